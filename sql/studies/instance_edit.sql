-- one: instance
SELECT id, code FROM course_instance WHERE id = :instance

-- maybe: prefill
SELECT code, starts, ends, pace, mode, place, version FROM course_instance WHERE id = :instance

-- step: lock
SELECT 'instance' AS thing, id, version, code, starts, ends, pace, mode, place FROM course_instance WHERE id = :instance FOR UPDATE

-- step: check
SELECT 'code' AS field, 'error.taken' AS error
FROM course_instance here JOIN course_instance n ON n.institution = here.institution AND n.id <> here.id
WHERE here.id = :instance AND n.code = :code
UNION ALL SELECT 'ends', 'error.end_before_start' FROM DUAL WHERE :ends < :starts

-- step: update
UPDATE course_instance SET code = :code, starts = :starts, ends = :ends, pace = :pace, mode = :mode, place = :place,
  version = version + 1 WHERE id = :instance
