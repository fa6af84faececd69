-- Best first; grades that nobody got too, of scales that somebody was graded by.
SELECT sg.scale_version AS scale, sg.position AS id, {{grade_symbol}} AS name, SUM(IF(z.grade = sg.position, z.results, 0)) AS results
FROM (SELECT r.scale_version, r.grade, COUNT(*) AS results FROM {{report_results}} GROUP BY r.scale_version, r.grade) z
JOIN scale_grade sg ON sg.scale_version = z.scale_version
GROUP BY sg.scale_version, sg.position ORDER BY sg.scale_version, sg.position DESC
