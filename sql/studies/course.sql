-- one: course
SELECT c.id, c.code, IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS name, c.name AS own_name, c.name_en,
  c.credits, c.programme, p.code AS programme_code,
  IF(:lang = 'en', COALESCE(p.name_en, p.name), p.name) AS programme_name,
  c.institution AS institution_id, i.name AS institution
FROM course c
JOIN programme p ON p.institution = c.institution AND p.id = c.programme
JOIN institution i ON i.id = c.institution
WHERE c.id = :course

-- list: instances/instance
-- columns: code, term, starts, ends
-- sort: -starts n.starts, n.code; code n.code
SELECT n.id, n.code, n.term, n.starts, n.ends
FROM course c
JOIN course_instance n ON n.institution = c.institution AND n.course = c.id
WHERE c.id = :course AND (:q IS NULL OR n.code LIKE CONCAT('%', :q, '%'))

-- many: history/event
{{history}}
WHERE e.thing = 'course' AND e.thing_id = :course AND {{more_than_student}}
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'course' AND e.thing_id = :course AND {{more_than_student}}
ORDER BY c.event DESC, c.number LIMIT 500
