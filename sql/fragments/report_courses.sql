SELECT c.id, CONCAT(c.code, ' ', IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name)) AS name, COUNT(*) AS results,
       SUM(sg.passed) AS passed, SUM(1 - sg.passed) AS failed
FROM scale_grade sg JOIN {{report_results}} AND sg.scale_version = r.scale_version AND sg.position = r.grade
GROUP BY c.id ORDER BY results DESC, c.code, c.id LIMIT 15
