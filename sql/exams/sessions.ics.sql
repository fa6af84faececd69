-- The exam sessions that the list shows, those with a date, as a calendar.
-- many: exams/exam
SELECT 'exam' AS kind, s.id, {{exam_name}} AS name, i.short_name AS institution, s.place, s.state = 'cancelled' AS cancelled,
       s.version AS sequence, DATE_FORMAT(TIMESTAMP(s.starts_on, s.starts_at), '%Y%m%dT%H%i%s') AS `from`,
       DATE_FORMAT(TIMESTAMP(s.ends_on, s.ends_at), '%Y%m%dT%H%i%s') AS until, DATE_FORMAT(s.row_start, '%Y%m%dT%H%i%sZ') AS changed
{{exam_sessions_choice}}
  AND s.state <> 'draft' AND s.starts_on IS NOT NULL
  {unless q, state, type, institution, term, from, to} AND s.starts_on >= CAST(:today AS DATE) - INTERVAL 366 DAY {end}
ORDER BY s.starts_on, s.starts_at, s.id
