-- An institution's or a site's calendar, as who made the address may see it: its activities, days on which answers are due, exams. No people,
-- nor what its maker is to do as a student, their wishes and exams: the address is passed on.
-- one: calendar
SELECT COALESCE(i.name, s.name) AS name, DATE_FORMAT(CAST(:today AS DATE) - INTERVAL 90 DAY, '%Y%m%d') AS since
FROM private_address k
LEFT JOIN institution i ON i.id = k.institution
LEFT JOIN site s ON s.id = k.site
WHERE k.id = :id

-- many: events/event
{{calendar_events}}

-- many: dues/due
SELECT d.* FROM ({{calendar_deadlines}}) d WHERE d.registration IS NULL
ORDER BY d.due_on, d.name {collate}, d.activity

-- many: exams/exam
{{calendar_exams}} AND z.candidate IS NULL AND z.kind <> 'registers'
ORDER BY z.day, s.starts_at, z.id, z.kind
