-- The criteria of a course's placement periods, all in one form. A criterion by which somebody was assessed keeps its words:
-- one whose words change then ends, and a new one takes its place.
-- one: course
SELECT id, code, IF(:lang = 'en', COALESCE(name_en, name), name) AS name FROM course WHERE id = :course

-- many: criteria/criterion
SELECT r.id, r.text FROM course c JOIN criterion r ON r.institution = c.institution AND r.course = c.id
WHERE c.id = :course AND r.closed_on IS NULL
ORDER BY r.position, r.id

-- many: rows/row
SELECT 1 AS id UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4 UNION ALL SELECT 5

-- maybe: prefill
SELECT version FROM course WHERE id = :course

-- many: prefill_each/prefill
SELECT f.field, r.id AS `key`, CASE f.field WHEN 'place' THEN r.position WHEN 'text' THEN r.text ELSE r.text_en END AS value
FROM course c JOIN criterion r ON r.institution = c.institution AND r.course = c.id AND r.closed_on IS NULL
JOIN (SELECT 'place' AS field UNION ALL SELECT 'text' UNION ALL SELECT 'text_en') f
WHERE c.id = :course
ORDER BY r.position, r.id

-- step: lock
SELECT 'course' AS thing, id, version FROM course WHERE id = :course FOR UPDATE

-- step: now
SELECT r.id, r.position, r.text, r.text_en, EXISTS (SELECT 1 FROM assessment_criterion a WHERE a.criterion = r.id) AS used
FROM course c JOIN criterion r ON r.institution = c.institution AND r.course = c.id AND r.closed_on IS NULL
WHERE c.id = :course
ORDER BY r.position, r.id

-- step: insert
INSERT INTO criterion (institution, course, position, text, text_en)
SELECT institution, id, :position, :text, :text_en FROM course WHERE id = :course

-- step: update
UPDATE criterion SET position = :position, text = :text, text_en = :text_en, version = version + 1 WHERE id = :criterion

-- step: close
UPDATE criterion SET closed_on = :today, version = version + 1 WHERE id = :criterion

-- step: touch
UPDATE course SET version = version + 1 WHERE id = :course
