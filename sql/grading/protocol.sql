-- The protocol of an exam: what was given, by whom, by code. One sheet to print and sign.

-- one: exam
{{exam_head}}
WHERE x.id = :exam

-- one: counts
{{exam_counts}}

-- many: grades/grade
{{exam_tally}}

-- many: assessors/assessor
{{exam_assessors}}

-- many: modules/module
{{exam_modules}} (SELECT x.exam_session FROM exam x WHERE x.id = :exam) ORDER BY c.code, u.code

-- many: papers/paper
SELECT p.code, IF(kp.protected = 0, kp.name, NULL) AS student, co.name AS committee, p.points, {{grade_symbol}} AS grade, {{paper_state}} AS state,
       {{paper_marks_shown}} AS marks
FROM paper p
JOIN exam x ON x.id = p.exam
JOIN exam_session s ON s.id = x.exam_session
JOIN exam_committee co ON co.exam = p.exam AND co.number = p.committee
LEFT JOIN scale_grade sg ON sg.scale_version = s.scale_version AND sg.position = p.grade
{{paper_named}}
WHERE p.exam = :exam AND p.void = 0
ORDER BY p.code
