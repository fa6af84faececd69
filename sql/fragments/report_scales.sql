SELECT sv.id, {{scale_name}} AS name, COUNT(*) AS results
FROM scale_version sv JOIN grading_scale sc ON sc.id = sv.grading_scale JOIN {{report_results}} AND r.scale_version = sv.id
GROUP BY sv.id ORDER BY results DESC, sv.id LIMIT 5
