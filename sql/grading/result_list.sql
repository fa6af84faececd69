-- To post: which code was given what. Attested results alone, and no name; codes of who is protected are not among them.
-- one: exam
{{exam_head}}
WHERE x.id = :exam

-- one: counts
SELECT COUNT(r.id) AS attested, COUNT(*) AS candidates
FROM exam x
JOIN candidate c ON c.exam_session = x.exam_session AND c.state = 'registered'
LEFT JOIN result r ON r.candidate = c.id AND r.state = 'attested'
WHERE x.id = :exam

-- many: modules/module
{{exam_modules}} (SELECT x.exam_session FROM exam x WHERE x.id = :exam) ORDER BY c.code, u.code

-- many: results/result
SELECT d.code, {{grade_symbol}} AS grade
FROM exam x
JOIN candidate c ON c.exam_session = x.exam_session
JOIN person p ON p.id = c.person AND p.protected = 0
JOIN result r ON r.candidate = c.id AND r.state = 'attested'
JOIN exam_identity d ON d.candidate = c.id
JOIN scale_grade sg ON sg.scale_version = r.scale_version AND sg.position = r.grade
WHERE x.id = :exam
ORDER BY d.code
