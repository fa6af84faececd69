-- A day in the assessment of an activity's students is near: to their supervisors and lecturers.
-- step: recipients
SELECT DISTINCT IF(w.who = 1, d.supervisor, d.lecturer) AS person
{{assessments_told}}
JOIN (SELECT 1 AS who UNION ALL SELECT 2) w
WHERE e.id = :event AND IF(w.who = 1, d.supervisor, d.lecturer) IS NOT NULL

-- students: how many of the reader's own it still lacks for.
-- one: activity
SELECT a.id, a.name, a.starts, a.ends, i.name AS institution_name, SUBSTRING_INDEX(SUBSTRING_INDEX(v.kind, '.', -1), '_', 1) AS stage,
       CAST(g.new_value AS DATE) AS due_on,
       (SELECT COUNT(*) {{assessments_told}} WHERE e.id = :event AND :viewer IN (d.supervisor, d.lecturer)) AS students
FROM event v
JOIN event_change g ON g.event = v.id AND g.field = 'due_on'
JOIN activity a ON a.id = v.thing_id
JOIN institution i ON i.id = a.institution
WHERE v.id = :event
