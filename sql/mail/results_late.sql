-- To who plans the exams and to the examiners of a session: its results are due soon, or late.
-- step: recipients
SELECT DISTINCT g.person
FROM exam_session s
JOIN person_grant g ON g.institution = s.institution AND g.activity IS NULL
  AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
WHERE s.id = :thing_id
  AND (g.role = 'exam_planner'
       OR (g.role = 'examiner' AND EXISTS (SELECT 1 FROM exam_examiner x WHERE x.exam_session = s.id AND x.person = g.person)))
ORDER BY g.person

-- one: results
SELECT s.id, 1 AS exam, {{exam_name}} AS name, s.ends_on AS ends, s.results_due, i.name AS institution,
       s.results_due < CAST(:today AS DATE) AS late,
       (SELECT COUNT(*) FROM candidate c LEFT JOIN result r ON r.candidate = c.id
        WHERE c.exam_session = s.id AND {{results_expected}}) AS count
FROM exam_session s JOIN institution i ON i.id = s.institution
WHERE s.id = :thing_id AND s.state = 'confirmed'
