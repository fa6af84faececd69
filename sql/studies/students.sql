-- Who reads a course instance, for the institution's staff.
-- one: instance
{{instance_head}}
WHERE n.id = :instance

-- one: counts
SELECT COUNT(IF(x.state = 'registered', 1, NULL)) AS registered, COUNT(IF(x.state = 'withdrawn', 1, NULL)) AS ended
FROM course_instance n LEFT JOIN course_registration x ON x.course_instance = n.id
WHERE n.id = :instance

-- list: students/student
-- columns: name, email, programme, cohort, reading
-- sort: name p.sorted_{alphabet}, p.id; programme programme {collate}, p.sorted_{alphabet}, p.id; cohort cohort, p.sorted_{alphabet}, p.id
SELECT IF({{course_student_named}}, p.id, NULL) AS id, IF({{course_student_named}}, p.name, NULL) AS name,
  IF(p.protected = 0, p.email, NULL) AS email, IF({{course_student_named}}, g.code, NULL) AS programme,
  IF({{course_student_named}}, IF(:lang = 'en', COALESCE(g.name_en, g.name), g.name), NULL) AS programme_name,
  IF({{course_student_named}}, t.cohort, NULL) AS cohort, x.state AS reading, p.protected
FROM course_registration x
JOIN person p ON p.id = x.person
LEFT JOIN student t ON t.person = p.id AND t.institution = x.institution
LEFT JOIN programme g ON g.institution = t.institution AND g.id = t.programme
WHERE {{course_students_chosen}}
-- total:
SELECT COUNT(*) FROM course_registration x JOIN person p ON p.id = x.person WHERE {{course_students_chosen}}

-- many: history/event
{{history}}
WHERE e.thing = 'instance' AND e.thing_id = :instance AND NOT {{instance_events_seen}} AND {{keeps_course_students}}
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'instance' AND e.thing_id = :instance AND NOT {{instance_events_seen}} AND {{keeps_course_students}}
ORDER BY c.event DESC, c.number LIMIT 500
