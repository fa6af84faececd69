-- one: instance
SELECT n.id, n.code, n.term, n.starts, n.ends, n.course, c.code AS course_code,
  IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS course_name, c.credits,
  p.id AS programme, IF(:lang = 'en', COALESCE(p.name_en, p.name), p.name) AS programme_name,
  n.institution AS institution_id, i.name AS institution
FROM course_instance n
JOIN course c ON c.institution = n.institution AND c.id = n.course
JOIN programme p ON p.institution = c.institution AND p.id = c.programme
JOIN institution i ON i.id = n.institution
WHERE n.id = :instance

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
WHERE e.thing = 'instance' AND e.thing_id = :instance AND {{more_than_student}}
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'instance' AND e.thing_id = :instance AND {{more_than_student}}
ORDER BY c.event DESC, c.number LIMIT 500
