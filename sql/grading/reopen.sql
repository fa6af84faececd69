-- one: exam
{{exam_head}}
WHERE x.id = :exam

-- maybe: prefill
SELECT x.version FROM exam x WHERE x.id = :exam

-- step: lock
{{exam_lock}}

-- step: reopen
UPDATE exam SET state = 'started', confirmed_at = NULL, confirmed_by = NULL, transfer_ready = 0, edited_at = UTC_TIMESTAMP(), version = version + 1
WHERE id = :exam
