-- one: programme
SELECT id, code, IF(:lang = 'en', COALESCE(name_en, name), name) AS name FROM programme WHERE id = :programme

-- maybe: prefill
SELECT 0 AS version

-- step: check
SELECT 'code' AS field, 'error.taken' AS error
FROM programme p JOIN course c ON c.institution = p.institution
WHERE p.id = :programme AND c.code = :code

-- step: insert
INSERT INTO course (institution, programme, code, name, name_en, credits, department, attendance_percent)
SELECT institution, id, :code, :name, :name_en, :credits, :department, :attendance_percent FROM programme WHERE id = :programme
