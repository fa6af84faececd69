-- A student's exams as a calendar, with the last days to register.
-- many: exams/exam
SELECT z.kind, z.id, z.candidate, {{exam_name}} AS name, i.short_name AS institution, s.place, s.state = 'cancelled' AS cancelled, z.sequence,
       {{calendar_exam_times}}
FROM (
  SELECT 'exam' AS kind, s.id, c.id AS candidate, COALESCE(c.extra_minutes, 0) AS extra, s.version + c.version - 1 AS sequence, s.starts_on AS day, c.row_start AS changed
  FROM candidate c JOIN exam_session s ON s.id = c.exam_session AND s.state IN ('confirmed', 'cancelled')
  WHERE c.person = :viewer AND c.state = 'registered' AND s.ends_on >= CAST(:today AS DATE) - INTERVAL 366 DAY
  UNION ALL
  SELECT 'registers', a.id, NULL, 0, 1, MAX(a.registers_to), NULL
  FROM ({{exam_registrable}}) a WHERE a.registers_to >= CAST(:today AS DATE)
  GROUP BY a.id
) z
JOIN exam_session s ON s.id = z.id
JOIN institution i ON i.id = s.institution
ORDER BY z.day, s.starts_at, z.id, z.kind
