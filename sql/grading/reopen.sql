-- one: exam
{{exam_head}}
WHERE x.id = :exam

-- Assessors who grade no more once it is taken up again.
-- many: shown/assessor
SELECT p.id, p.name FROM exam_assessor a JOIN person p ON p.id = a.person
WHERE a.exam = :exam AND EXISTS ({{exam_shown}} AND h.id = a.exam AND hg.person = a.person)
ORDER BY p.sorted_{alphabet}, p.id

-- maybe: prefill
SELECT x.version FROM exam x WHERE x.id = :exam

-- step: lock
{{exam_lock}}

-- step: reopen
UPDATE exam SET state = 'started', confirmed_at = NULL, confirmed_by = NULL, transfer_ready = 0, edited_at = UTC_TIMESTAMP(), version = version + 1
WHERE id = :exam
