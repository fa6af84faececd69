INSERT INTO event_change (event, number, field, subject, old_value, new_value)
SELECT e.id, 1, 'class', NULL, NULL, k.letter
FROM registration x
JOIN JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j ON j.person = x.person
JOIN activity_class k ON k.id = x.activity_class
JOIN event e ON e.thing = 'registration' AND e.thing_id = x.id AND e.thing_version = x.version AND e.request = :request
WHERE x.activity = :activity
