SELECT s.id, {{exam_name}} AS name, {{exam_stage}} AS stage, s.type, s.date_mode, s.starts_on, TIME_FORMAT(s.starts_at, '%H:%i') AS starts_at,
       s.ends_on, TIME_FORMAT(s.ends_at, '%H:%i') AS ends_at
FROM exam_session s WHERE s.resit_of = :exam_session AND {{exam_seen}}
ORDER BY s.starts_on, s.id LIMIT 20
