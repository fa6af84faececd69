SELECT sg.position AS id, {{grade_symbol}} AS name, sg.passed, b.points_from, COALESCE(q.papers, 0) AS papers
FROM exam x
JOIN exam_session s ON s.id = x.exam_session
JOIN scale_grade sg ON sg.scale_version = s.scale_version
LEFT JOIN exam_boundary b ON b.exam = x.id AND b.position = sg.position
LEFT JOIN (SELECT p.grade, COUNT(*) AS papers FROM paper p WHERE p.exam = :exam AND p.void = 0 GROUP BY p.grade) q ON q.grade = sg.position
WHERE x.id = :exam
ORDER BY sg.position
