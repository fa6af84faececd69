-- Sessions s that the viewer may register for, could or will be able to: they read an instance of it (r), it has not begun, and they are no
-- candidate. window: coming, open, closed. One row an instance.
SELECT s.id, {{exam_name}} AS name, s.type, s.date_mode, s.starts_on, TIME_FORMAT(s.starts_at, '%H:%i') AS starts_at, s.ends_on,
       TIME_FORMAT(s.ends_at, '%H:%i') AS ends_at, s.place, s.registers_from, s.registers_to, DATEDIFF(s.registers_to, :today) AS days_left,
       CASE WHEN s.registers_from > CAST(:today AS DATE) THEN 'coming' WHEN s.registers_to < CAST(:today AS DATE) THEN 'closed' ELSE 'open' END AS window,
       s.institution, si.course_instance, si.module
FROM course_registration r
JOIN exam_session_instance si ON si.course_instance = r.course_instance
JOIN exam_session s ON s.id = si.exam_session AND s.state = 'confirmed' AND s.registration = 1
LEFT JOIN candidate c ON c.exam_session = s.id AND c.person = r.person AND c.state = 'registered'
WHERE r.person = :viewer AND r.state = 'registered' AND c.id IS NULL
  AND (s.date_mode <> 'none' AND TIMESTAMP(s.starts_on, s.starts_at) > :clock
       OR s.date_mode = 'none' AND s.registers_to >= CAST(:today AS DATE) - INTERVAL 30 DAY)
