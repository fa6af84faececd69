-- The student is no longer in doubt.
-- one: placement
{{assessment_head}} JOIN doubt d ON d.registration = x.registration WHERE d.id = :doubt

-- one: doubt
{{doubt_shown}} WHERE d.id = :doubt

-- maybe: prefill
SELECT d.version FROM doubt d WHERE d.id = :doubt

-- step: lock
{{doubt_lock}}

-- step: update
UPDATE doubt SET lifted_at = UTC_TIMESTAMP(), version = version + 1 WHERE id = :doubt
