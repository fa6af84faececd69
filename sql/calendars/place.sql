-- An institution's or a site's calendar, as who made the address may see it: its activities, courses, days on which answers are due, exams. No people,
-- nor what its maker is to do as a student, their wishes and exams: the address is passed on.
-- one: calendar
SELECT COALESCE(i.name, s.name) AS name, DATE_FORMAT(CAST(:today AS DATE) - INTERVAL 90 DAY, '%Y%m%d') AS since
FROM private_address k
LEFT JOIN institution i ON i.id = k.institution
LEFT JOIN site s ON s.id = k.site
WHERE k.id = :id

-- many: events/event
{{calendar_events}}

-- An institution's, whose courses everybody with a role there sees.
-- many: courses/course
{if institution}
SELECT ci.id, ci.code, IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS name, i.name AS institution, ci.place,
       DATE_FORMAT(ci.starts, '%Y%m%d') AS starts, DATE_FORMAT(ci.ends + INTERVAL 1 DAY, '%Y%m%d') AS until,
       ci.version + UNIX_TIMESTAMP(ci.row_start) DIV 60 AS sequence, DATE_FORMAT(ci.row_start, '%Y%m%dT%H%i%sZ') AS changed
FROM course_instance ci
JOIN course c ON c.id = ci.course
JOIN institution i ON i.id = ci.institution
WHERE ci.institution = :institution AND ci.ends >= CAST(:from AS DATE)
  {if to} AND ci.starts <= CAST(:to AS DATE) {end}
  {if term} AND ci.term = :term {end}
  {if status} AND :status = 'all' {end}
  {if programme} AND c.programme = :programme {end}
  {if q} AND c.name LIKE CONCAT('%', :q, '%') {end}
ORDER BY ci.starts, ci.id
{end}
{unless institution} SELECT 0 AS id FROM (SELECT 1) nobody WHERE FALSE {end}

-- many: dues/due
SELECT d.* FROM ({{calendar_deadlines_kept}}) d WHERE d.registration IS NULL
ORDER BY d.due_on, d.name {collate}, d.activity, d.asked

-- many: exams/exam
{{calendar_exams}} AND z.candidate IS NULL AND z.kind <> 'registers'
ORDER BY z.day, s.starts_at, z.id, z.kind
