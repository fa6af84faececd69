-- one: course
SELECT id, code, IF(:lang = 'en', COALESCE(name_en, name), name) AS name FROM course WHERE id = :course

-- maybe: prefill
SELECT 0 AS version

-- step: check
SELECT 'code' AS field, 'error.taken' AS error
FROM course c JOIN course_instance n ON n.institution = c.institution
WHERE c.id = :course AND n.code = :code
UNION ALL SELECT 'ends', 'error.end_before_start' FROM DUAL WHERE :ends < :starts

-- step: insert
INSERT INTO course_instance (institution, course, code, starts, ends, pace, mode, place)
SELECT institution, id, :code, :starts, :ends, :pace, :mode, :place FROM course WHERE id = :course
