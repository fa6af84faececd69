-- Students who begin to read a course instance: of its programme, of one of its cohorts (all of it ticked), or whom a search finds.
-- one: instance
{{instance_head}}
WHERE n.id = :instance

-- many: cohorts/cohort
SELECT t.cohort AS term, COUNT(*) AS students
FROM course_instance n
JOIN course c ON c.institution = n.institution AND c.id = n.course
JOIN ({{course_candidates}}) f ON TRUE
JOIN student t ON t.person = f.person AND t.institution = n.institution AND t.programme = c.programme
WHERE n.id = :instance
GROUP BY t.cohort ORDER BY t.cohort DESC LIMIT 12

-- many: people/person
SELECT p.id, p.name, p.email, p.protected, IF(:lang = 'en', COALESCE(g.name_en, g.name), g.name) AS programme_name, t.cohort AS term,
  (SELECT COUNT(*) FROM course_registration y WHERE y.course_instance = n.id AND y.person = p.id) AS withdrawn
FROM {{course_students_found}}
LEFT JOIN programme g ON g.id = t.programme
WHERE {{course_students_wanted}}
ORDER BY t.cohort DESC, p.sorted_{alphabet}, p.id LIMIT {if cohort} 2000 {end} {unless cohort} 200 {end}

-- maybe: search
SELECT :q AS q, :cohort AS cohort, :cohort AS term FROM (SELECT 1) one WHERE :q IS NOT NULL OR :cohort IS NOT NULL

-- many: prefill_each/prefill
{unless cohort} SELECT NULL AS field, NULL AS `key`, NULL AS value FROM DUAL WHERE FALSE {end}
{if cohort}
SELECT 'people' AS field, p.id AS `key`, 1 AS value
FROM {{course_students_found}}
WHERE {{course_students_wanted}} LIMIT 2000
{end}

-- Those of :people whom the institution may let read it and who do not.
-- step: chosen
SELECT p.id FROM JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j
JOIN person p ON p.id = j.person
JOIN ({{course_candidates}}) f ON f.person = p.id

-- step: before
{{course_students_count}}

-- step: insert
INSERT INTO course_registration (course_instance, person, institution)
SELECT n.id, j.person, n.institution
FROM course_instance n
JOIN JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j
WHERE n.id = :instance
ORDER BY j.person
ON DUPLICATE KEY UPDATE state = 'registered'

-- step: changes
{{course_students_changes}}
