-- What every page of a session says above its content (xslt/lib/exams.xsl): `-- one: session`. Times are HH:MM of the wall.
SELECT s.id, {{exam_name}} AS name, IF(:lang = 'en', s.name, s.name_en) AS name_other, s.type, s.state, {{exam_stage}} AS stage,
       s.date_mode, s.starts_on, TIME_FORMAT(s.starts_at, '%H:%i') AS starts_at, s.ends_on, TIME_FORMAT(s.ends_at, '%H:%i') AS ends_at,
       s.place, s.anonymous, s.code_prefix, s.code_format, s.code_shown, s.registration, s.registers_from, s.registers_to,
       {{exam_registers}} AS registers, s.results_due, s.version, s.institution, i.name AS institution_name,
       i.short_name AS institution_short, e.id AS exam, e.state AS exam_state,
       s.scale_version, IF(:lang = 'en', COALESCE(gs.name_en, gs.name), gs.name) AS scale_name, v.number AS scale_number,
       (SELECT GROUP_CONCAT(DISTINCT c.code ORDER BY c.code SEPARATOR ', ')
        FROM exam_session_instance n JOIN course_instance ci ON ci.id = n.course_instance JOIN course c ON c.id = ci.course
        WHERE n.exam_session = s.id) AS courses,
       (SELECT MIN(m.credits) FROM exam_session_instance n JOIN module m ON m.id = n.module WHERE n.exam_session = s.id) AS credits,
       o.id AS resit_of, IF(:lang = 'en', o.name_en, o.name) AS resit_of_name
FROM exam_session s
JOIN institution i ON i.id = s.institution
LEFT JOIN exam e ON e.exam_session = s.id
LEFT JOIN scale_version v ON v.id = s.scale_version
LEFT JOIN grading_scale gs ON gs.id = v.grading_scale
LEFT JOIN exam_session o ON o.id = s.resit_of
