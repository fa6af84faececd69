SELECT sg.position AS id, {{grade_symbol}} AS name, sg.symbol, sg.passed, b.points_from
FROM exam x
JOIN exam_session s ON s.id = x.exam_session
JOIN scale_grade sg ON sg.scale_version = s.scale_version
LEFT JOIN exam_boundary b ON b.exam = x.id AND b.position = sg.position
WHERE x.id = :exam
ORDER BY sg.position
