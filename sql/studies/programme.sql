-- one: programme
SELECT p.id, p.code, IF(:lang = 'en', COALESCE(p.name_en, p.name), p.name) AS name, p.name AS own_name, p.name_en,
  p.institution AS institution_id, i.name AS institution
FROM programme p
JOIN institution i ON i.id = p.institution
WHERE p.id = :programme

-- list: courses/course
-- columns: code, name, credits, instances
-- sort: code d.code; name d.name {collate}; credits d.credits, d.code; instances d.instances, d.code
SELECT d.* FROM (
SELECT c.id, c.code, IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS name, c.credits,
  (SELECT COUNT(*) FROM course_instance n WHERE n.institution = c.institution AND n.course = c.id) AS instances
FROM programme p
JOIN course c ON c.institution = p.institution AND c.programme = p.id
WHERE p.id = :programme
  AND (:q IS NULL OR c.name LIKE CONCAT('%', :q, '%') OR c.name_en LIKE CONCAT('%', :q, '%')
       OR c.code LIKE CONCAT('%', :q, '%'))) d

-- many: history/event
{{history}}
WHERE e.thing = 'programme' AND e.thing_id = :programme AND {{more_than_student}}
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'programme' AND e.thing_id = :programme AND {{more_than_student}}
ORDER BY c.event DESC, c.number LIMIT 500
