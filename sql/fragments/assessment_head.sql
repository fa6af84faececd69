-- Whose placement period is assessed, by whom, and the days that matter. The caller says which: WHERE x.id = …
SELECT x.id, x.activity, a.name AS activity_name, a.cancelled_at, c.id AS course, c.name AS course_name, c.attendance_percent,
       {{placement_columns}}, {{midway_due}} AS midway_due, {{doubt_due}} AS doubt_due, COALESCE(x.ended_on, x.ends) AS final_due,
       IF({{doubt_due}} < CAST(:today AS DATE), 1, NULL) AS doubt_late,
       CASE WHEN x.ended_on IS NOT NULL THEN 'broken_off' WHEN x.ends < CAST(:today AS DATE) THEN 'earlier'
            WHEN x.starts > CAST(:today AS DATE) THEN 'coming' ELSE 'now' END AS view
FROM placement x
JOIN activity a ON a.id = x.activity
JOIN course_instance ci ON ci.id = a.course_instance
JOIN course c ON c.id = ci.course
JOIN institution i ON i.id = x.institution
{{placement_joined}}
