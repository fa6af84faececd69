-- What a mail to a candidate says of the exam they hand in to.
SELECT s.id, c.id AS candidate, {{exam_name}} AS name, i.name AS institution_name, {{hand_in_stage}} AS stage, c.handed_in,
       DATE({{candidate_ends}}) AS until_on, TIME_FORMAT({{candidate_ends}}, IF(:lang IN ('nb', 'nn'), '%H.%i', '%H:%i')) AS until_at
FROM candidate c
JOIN exam_session s ON s.id = c.exam_session
JOIN institution i ON i.id = s.institution
LEFT JOIN exam x ON x.exam_session = s.id
WHERE c.id = :thing_id AND c.person = :viewer
