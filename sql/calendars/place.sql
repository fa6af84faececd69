-- An institution's or a site's calendar, as who made the address may see it: its activities, days on which answers are due, exams. No people.
-- one: calendar
SELECT COALESCE(i.name, s.name) AS name, DATE_FORMAT(CAST(:today AS DATE) - INTERVAL 90 DAY, '%Y%m%d') AS since
FROM private_address k
LEFT JOIN institution i ON i.id = k.institution
LEFT JOIN site s ON s.id = k.site
WHERE k.id = :id

-- many: events/event
{{calendar_events}}

-- many: dues/due
{{calendar_deadlines}}

-- many: exams/exam
{{calendar_exams}}
ORDER BY z.day, s.starts_at, z.id, z.kind
