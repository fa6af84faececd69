SELECT sg.position AS id, {{grade_symbol}} AS name, sg.passed, b.points_from, COUNT(p.code) AS papers
FROM exam x
JOIN exam_session s ON s.id = x.exam_session
JOIN scale_grade sg ON sg.scale_version = s.scale_version
LEFT JOIN exam_boundary b ON b.exam = x.id AND b.position = sg.position
LEFT JOIN paper p ON p.exam = x.id AND p.grade = sg.position AND p.void = 0
WHERE x.id = :exam
GROUP BY sg.scale_version, sg.position, b.points_from
ORDER BY sg.position
