-- The activity of the share of :event, and how many of its students concern :viewer.
WITH {{share_told_sites}}, t AS ({{share_told}})
SELECT a.id, a.name, a.starts, a.ends, i.name AS institution_name,
       (SELECT COUNT(*) FROM t WHERE t.is_in) AS come, (SELECT COUNT(*) FROM t WHERE t.is_out) AS gone,
       (SELECT COUNT(*) FROM t WHERE t.is_same) AS changed
FROM event e
JOIN activity a ON a.id = e.activity
JOIN institution i ON i.id = a.institution
WHERE e.id = :event
