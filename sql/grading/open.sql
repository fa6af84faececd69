-- Breaking the glass of one code.
-- one: exam
{{exam_head}}
WHERE x.id = :exam

-- How many are told.
-- one: told
SELECT COUNT(DISTINCT t.person) AS people FROM ({{exam_opening_told}} WHERE x.id = :exam) t

-- step: lock
{{exam_lock}}

-- Typed with small letters as well.
-- step: paper
SELECT k.code FROM paper k WHERE k.exam = :exam AND UPPER(k.code) = UPPER(:code)

-- step: insert
INSERT INTO exam_opening (exam, exam_session, code, person, reason, at)
SELECT k.exam, k.exam_session, k.code, :viewer, :reason, UTC_TIMESTAMP() FROM paper k WHERE k.exam = :exam AND UPPER(k.code) = UPPER(:code)
