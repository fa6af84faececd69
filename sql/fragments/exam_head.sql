SELECT x.id, x.institution, i.name AS institution_name, i.short_name AS institution_short, x.exam_session, {{exam_name}} AS name, s.type, s.date_mode, s.starts_on, TIME_FORMAT(s.starts_at, '%H:%i') AS starts_at,
       s.ends_on, TIME_FORMAT(s.ends_at, '%H:%i') AS ends_at, s.anonymous, s.results_due, s.scale_version, s.state = 'cancelled' AS cancelled, x.state, x.points_most, x.marks, x.edited_at,
       x.confirmed_at, cp.name AS confirmed_by, x.version, EXISTS (SELECT 1 FROM transfer t WHERE t.exam = x.id) AS transferred,
       IF(:lang = 'en', COALESCE(gs.name_en, gs.name), gs.name) AS scale
FROM exam x
JOIN exam_session s ON s.id = x.exam_session
JOIN institution i ON i.id = x.institution
LEFT JOIN scale_version sv ON sv.id = s.scale_version
LEFT JOIN grading_scale gs ON gs.id = sv.grading_scale
LEFT JOIN person cp ON cp.id = x.confirmed_by
