-- one: course
SELECT c.id, c.code, IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS name, c.name AS own_name, c.name_en,
  c.credits, c.department, c.attendance_percent, c.programme, p.code AS programme_code,
  IF(:lang = 'en', COALESCE(p.name_en, p.name), p.name) AS programme_name,
  c.institution AS institution_id, i.name AS institution
FROM course c
JOIN programme p ON p.institution = c.institution AND p.id = c.programme
JOIN institution i ON i.id = c.institution
WHERE c.id = :course

-- What carries its credits; those no longer offered last.
-- many: modules/module
SELECT m.id, m.code, IF(:lang = 'en', COALESCE(m.name_en, m.name), m.name) AS name, m.credits, sc.id AS scale, {{scale_name}} AS scale_name,
  {{scale_grades}} AS grades, m.closed_on, COALESCE(m.closed_on <= :today, 0) AS closed
FROM course c
JOIN module m ON m.institution = c.institution AND m.course = c.id
JOIN grading_scale sc ON sc.id = m.grading_scale
JOIN scale_version sv ON sv.grading_scale = sc.id AND sv.number = sc.latest
WHERE c.id = :course
ORDER BY closed, m.code

-- What its placement periods are assessed by.
-- many: criteria/criterion
SELECT r.id, IF(:lang = 'en', COALESCE(r.text_en, r.text), r.text) AS text
FROM course c JOIN criterion r ON r.institution = c.institution AND r.course = c.id
WHERE c.id = :course AND (r.closed_on IS NULL OR r.closed_on > :today)
ORDER BY r.position, r.id

-- list: instances/instance
-- columns: code, term, starts, ends
-- sort: -starts n.starts, n.code; code n.code
SELECT n.id, n.code, n.term, n.starts, n.ends
FROM course c
JOIN course_instance n ON n.institution = c.institution AND n.course = c.id
WHERE c.id = :course AND (:q IS NULL OR n.code LIKE CONCAT('%', :q, '%'))

-- many: history/event
{{history}}
JOIN {{course_things}} t ON t.thing = e.thing AND t.id = e.thing_id
WHERE {{more_than_student}}
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
JOIN {{course_things}} t ON t.thing = e.thing AND t.id = e.thing_id
WHERE {{more_than_student}}
ORDER BY c.event DESC, c.number LIMIT 500
