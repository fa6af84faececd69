-- one: course
SELECT id, code, IF(:lang = 'en', COALESCE(name_en, name), name) AS name FROM course WHERE id = :course

-- maybe: prefill
SELECT code, name, name_en, credits, department, attendance_percent, version FROM course WHERE id = :course

-- step: lock
SELECT 'course' AS thing, id, version, code, name, name_en, credits, department, attendance_percent FROM course WHERE id = :course FOR UPDATE

-- step: check
SELECT 'code' AS field, 'error.taken' AS error
FROM course here JOIN course c ON c.institution = here.institution AND c.id <> here.id
WHERE here.id = :course AND c.code = :code

-- step: update
UPDATE course SET code = :code, name = :name, name_en = :name_en, credits = :credits, department = :department,
  attendance_percent = :attendance_percent, version = version + 1
WHERE id = :course
