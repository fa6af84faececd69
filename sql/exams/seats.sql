-- To print: a seat a code, in the order of codes. No name, and nothing of who needs what: codes alone.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- many: seats/seat
SELECT ROW_NUMBER() OVER (ORDER BY t.code) AS number, t.code
FROM exam_identity t
JOIN candidate c ON c.id = t.candidate AND c.state = 'registered'
JOIN exam_session s ON s.id = t.exam_session AND s.anonymous = 1
WHERE t.exam_session = :exam_session
ORDER BY t.code
