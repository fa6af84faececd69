-- A line of event :event for each of :people, after how many they are now.
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
SELECT :event, 1 + ROW_NUMBER() OVER (ORDER BY p.sorted_nb, p.id), 'student', NULL,
       IF(:ended = 1, p.name, NULL), IF(:ended = 1, NULL, p.name)
FROM JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j JOIN person p ON p.id = j.person
