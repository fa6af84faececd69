-- Students who no longer read a course instance.
-- one: instance
{{instance_head}}
WHERE n.id = :instance

-- many: people/person
SELECT p.id, p.name, p.email, p.protected, IF(:lang = 'en', COALESCE(g.name_en, g.name), g.name) AS programme_name, t.cohort AS term
FROM course_registration x
JOIN person p ON p.id = x.person
LEFT JOIN student t ON t.person = p.id AND t.institution = x.institution
LEFT JOIN programme g ON g.id = t.programme
WHERE x.course_instance = :instance AND x.state = 'registered'
  {if q} AND (p.name LIKE CONCAT('%', :q, '%') OR p.email LIKE CONCAT(:q, '%')) {end}
ORDER BY p.sorted_{alphabet}, p.id LIMIT 500

-- maybe: search
SELECT :q AS q FROM (SELECT 1) one WHERE :q IS NOT NULL

-- step: chosen
SELECT x.person AS id FROM JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j
JOIN course_registration x ON x.course_instance = :instance AND x.person = j.person AND x.state = 'registered'

-- step: before
{{course_students_count}}

-- step: end
UPDATE course_registration x
JOIN JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j ON j.person = x.person
SET x.state = 'withdrawn'
WHERE x.course_instance = :instance AND x.state = 'registered'

-- step: changes
{{course_students_changes}}
