-- Exam sessions, the planner's work list: drafts to go on with, what comes, what is open for registration, what was held.
-- list: sessions/session
-- columns: name, type, state=exam_stage, starts_on, starts_at, ends_on, ends_at, course, registers_from, registers_to, results_due, institution
-- sort: -starts_on s.starts_on IS NULL, s.starts_on, s.id; name s.name {collate}, s.id; type s.type, s.starts_on, s.id; state s.state, s.starts_on, s.id; ends_on s.ends_on, s.id; registers_from s.registers_from, s.id; registers_to s.registers_to, s.id; results_due s.results_due, s.id; institution i.name {collate}, s.id
SELECT s.id, {{exam_name}} AS name, s.type, {{exam_stage}} AS state, s.date_mode, s.starts_on,
       TIME_FORMAT(s.starts_at, '%H:%i') AS starts_at, s.ends_on, TIME_FORMAT(s.ends_at, '%H:%i') AS ends_at,
       (SELECT GROUP_CONCAT(DISTINCT c.code ORDER BY c.code SEPARATOR ', ')
        FROM exam_session_instance n JOIN course_instance ci ON ci.id = n.course_instance JOIN course c ON c.id = ci.course
        WHERE n.exam_session = s.id) AS course,
       s.registers_from, s.registers_to, {{exam_registers}} AS registers, s.results_due, i.short_name AS institution
{{exam_sessions_choice}}
-- total:
SELECT COUNT(*)
{{exam_sessions_choice}}

-- many: institutions/institution
SELECT i.id, i.name FROM institution i
WHERE i.id IN (SELECT g.institution FROM person_grant g
               WHERE {{granted}} AND g.role IN ('exam_planner', 'examiner', 'placement_administrator', 'institution_coordinator', 'lecturer'))
ORDER BY i.name {collate}

-- many: terms/term
SELECT DISTINCT t.term
FROM (SELECT CONCAT(YEAR(s.starts_on), '-', IF(MONTH(s.starts_on) < 7, 1, 2)) AS term FROM exam_session s WHERE s.starts_on IS NOT NULL AND {{exam_seen}}) t
ORDER BY t.term DESC
