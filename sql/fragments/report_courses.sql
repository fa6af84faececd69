SELECT c.id, CONCAT(c.code, ' ', IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name)) AS name, SUM(z.results) AS results,
       SUM(z.results * sg.passed) AS passed, SUM(z.results * (1 - sg.passed)) AS failed
FROM (SELECT c.id AS course, r.scale_version, r.grade, COUNT(*) AS results FROM {{report_results}} GROUP BY c.id, r.scale_version, r.grade) z
JOIN scale_grade sg ON sg.scale_version = z.scale_version AND sg.position = z.grade
JOIN course c ON c.id = z.course
GROUP BY c.id ORDER BY results DESC, c.code, c.id LIMIT 15
