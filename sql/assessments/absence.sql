-- Days a student was away. A day's key in the form is the day as a number: 20261122.
-- one: placement
{{assessment_head}} WHERE x.id = :placement

-- many: absences/absence
SELECT w.day + 0 AS id, w.day, w.hours, IF(w.made_up = 1, 1, NULL) AS made_up, w.note FROM placement x
JOIN absence w ON w.registration = x.registration
WHERE x.id = :placement
ORDER BY w.day

-- Empty rows to add days in.
-- many: rows/row
SELECT 1 AS id UNION ALL SELECT 2 UNION ALL SELECT 3

-- maybe: prefill
SELECT COALESCE(t.version, 0) AS version, {{hours_planned}} AS hours_planned
FROM placement x LEFT JOIN attendance t ON t.registration = x.registration
WHERE x.id = :placement

-- many: prefill_each/prefill
SELECT f.field, w.day + 0 AS `key`, CASE f.field WHEN 'hours' THEN w.hours WHEN 'made_up' THEN w.made_up ELSE w.note END AS value
FROM placement x
JOIN absence w ON w.registration = x.registration
JOIN (SELECT 'hours' AS field UNION ALL SELECT 'made_up' UNION ALL SELECT 'note') f
WHERE x.id = :placement AND NOT (f.field = 'made_up' AND w.made_up = 0) AND NOT (f.field = 'note' AND w.note IS NULL)
ORDER BY w.day

-- step: place
{{assessment_place}}

-- step: lock
{{assessment_lock}}

-- step: found
SELECT 'registration' AS thing, x.registration AS id, COALESCE(t.version, 0) AS version, x.starts, COALESCE(x.ended_on, x.ends) AS ends,
       {{hours_planned}} AS hours_planned
FROM placement x LEFT JOIN attendance t ON t.registration = x.registration
WHERE x.id = :placement

-- step: days
SELECT w.day, w.day + 0 AS `key`, w.hours, w.made_up, w.note FROM absence w WHERE w.registration = :registration FOR UPDATE

-- step: keep
INSERT INTO attendance (registration, hours_planned) VALUES (:registration, :hours_planned)
ON DUPLICATE KEY UPDATE hours_planned = VALUES(hours_planned), version = version + 1

-- step: away
INSERT INTO absence (registration, day, hours, made_up, note) VALUES (:registration, :day, :day_hours, :day_made_up, :day_note)
ON DUPLICATE KEY UPDATE hours = VALUES(hours), made_up = VALUES(made_up), note = VALUES(note)

-- step: there
DELETE FROM absence WHERE registration = :registration AND day = :day
