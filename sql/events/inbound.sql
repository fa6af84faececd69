-- Numbers of students that a partner's message told, before what it asks for is done.

-- step: number
UPDATE student t JOIN {{inbound_students}} v ON v.who = t.person AND v.told = 1
SET t.number = v.student_number, t.version = t.version + 1
WHERE t.institution = :partner_institution

-- step: events
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, institution, request)
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, 'people', 'person.number_told', 'person', j.person, :partner_institution, :request
FROM JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j

-- step: changes
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
SELECT e.id, 1, 'student_number', NULL, NULL, t.number
FROM JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j
JOIN event e ON e.thing = 'person' AND e.thing_id = j.person AND e.kind = 'person.number_told' AND e.request = :request
JOIN student t ON t.person = j.person

-- step: told
SELECT DISTINCT v.who AS person FROM {{inbound_students}} v WHERE v.told = 1 AND v.wrong IS NULL
