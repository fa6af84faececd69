-- "Are you sure?", with what it comes to.
-- one: exam
{{exam_head}}
WHERE x.id = :exam

-- What the drafts are of.
-- many: modules/module
{{exam_modules}} (SELECT x.exam_session FROM exam x WHERE x.id = :exam) ORDER BY c.code, u.code

-- maybe: transfer
{{transfer_done}}

-- maybe: job
{{transfer_job}}

-- one: counts
{{transfer_counts}}

-- maybe: prefill
{{transfer_seen}}

-- What is transferred is what was seen: the action asks anew, and so does the page after it was refused.
-- maybe: seen
{{transfer_seen}}

-- step: lock_session
{{transfer_lock_session}}

-- step: lock
{{transfer_lock}}

-- step: counts_now
{{transfer_counts}}

-- step: keep_seen
UPDATE exam SET transfer_seen = :seen, version = version + 1 WHERE id = :exam
