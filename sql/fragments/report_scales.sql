SELECT sv.id, {{scale_name}} AS name, z.results
FROM (SELECT r.scale_version, COUNT(*) AS results FROM {{report_results}} GROUP BY r.scale_version) z
JOIN scale_version sv ON sv.id = z.scale_version JOIN grading_scale sc ON sc.id = sv.grading_scale
ORDER BY z.results DESC, sv.id LIMIT 5
