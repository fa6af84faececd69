-- What a mail says of the results of a session or of an activity's placement periods. count: how many :event made ready.
SELECT e.thing_id AS id, e.thing = 'exam_session' AS exam, COALESCE({{exam_name}}, a.name) AS name,
       COALESCE(s.ends_on, a.ends) AS ends, s.results_due, i.name AS institution,
       (SELECT CAST(c.new_value AS UNSIGNED) FROM event_change c WHERE c.event = e.id AND c.field = 'results') AS count
FROM event e
JOIN institution i ON i.id = e.institution
LEFT JOIN exam_session s ON e.thing = 'exam_session' AND s.id = e.thing_id
LEFT JOIN activity a ON e.thing = 'plan' AND a.id = e.thing_id
WHERE e.id = :event
