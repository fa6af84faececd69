-- Best first.
SELECT sg.scale_version AS scale, sg.position AS id, {{grade_symbol}} AS name, COUNT(r.id) AS results
FROM scale_grade sg
LEFT JOIN (SELECT r.id, r.scale_version, r.grade FROM {{report_results}}) r ON r.scale_version = sg.scale_version AND r.grade = sg.position
WHERE sg.scale_version IN (SELECT r.scale_version FROM {{report_results}})
GROUP BY sg.scale_version, sg.position ORDER BY sg.scale_version, sg.position DESC
