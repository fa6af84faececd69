-- one: instance
SELECT n.id, n.code, n.term, n.starts, n.ends, n.pace, n.mode, n.place, n.course, c.code AS course_code,
  IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS course_name, c.credits,
  p.id AS programme, IF(:lang = 'en', COALESCE(p.name_en, p.name), p.name) AS programme_name,
  n.institution AS institution_id, i.name AS institution,
  IF(n.institution IN (SELECT g.institution FROM {{grants_now}} g
                       WHERE {{granted}} AND g.activity IS NULL
                         AND g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator', 'exam_planner')),
     (SELECT COUNT(*) FROM course_registration x WHERE x.course_instance = n.id AND x.state = 'registered'), NULL) AS students
FROM course_instance n
JOIN course c ON c.institution = n.institution AND c.id = n.course
JOIN programme p ON p.institution = c.institution AND p.id = c.programme
JOIN institution i ON i.id = n.institution
WHERE n.id = :instance

-- many: modules/module
SELECT m.id, m.code, IF(:lang = 'en', COALESCE(m.name_en, m.name), m.name) AS name, m.credits, sc.id AS scale, {{scale_name}} AS scale_name,
  {{scale_grades}} AS grades
FROM course_instance n
JOIN module m ON m.institution = n.institution AND m.course = n.course AND (m.closed_on IS NULL OR m.closed_on > n.starts)
JOIN grading_scale sc ON sc.id = m.grading_scale
JOIN scale_version sv ON sv.grading_scale = sc.id AND sv.number = sc.latest
WHERE n.id = :instance
ORDER BY m.code

-- What it is examined by. To those who work with exams.
-- many: sessions/session
{unless viewer_see_exams} SELECT NULL AS id FROM DUAL WHERE FALSE {end}
{if viewer_see_exams}
SELECT s.id, {{exam_name}} AS name, {{exam_stage}} AS stage, s.date_mode, s.starts_on, TIME_FORMAT(s.starts_at, '%H:%i') AS starts_at,
       s.ends_on, TIME_FORMAT(s.ends_at, '%H:%i') AS ends_at
FROM exam_session_instance n JOIN exam_session s ON s.id = n.exam_session
WHERE n.course_instance = :instance AND {{exam_seen}}
ORDER BY s.starts_on IS NULL, s.starts_on, s.id LIMIT 50
{end}

-- many: activities/activity
-- For those who may open them: the institution's staff and lecturers.
SELECT a.id, a.name, a.starts, a.ends, a.places_wanted, n.places_confirmed, {{activity_status}} AS status
FROM course_instance o
JOIN activity a ON a.institution = o.institution AND a.course_instance = o.id
JOIN activity_count n ON n.activity = a.id
WHERE o.id = :instance AND o.institution IN ({{viewer_taught}})
ORDER BY a.starts, a.id LIMIT 200

-- many: history/event
{{history}}
WHERE e.thing = 'instance' AND e.thing_id = :instance AND {{more_than_student}} AND {{instance_events_seen}}
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'instance' AND e.thing_id = :instance AND {{more_than_student}} AND {{instance_events_seen}}
ORDER BY c.event DESC, c.number LIMIT 500
