-- The student signs for having received a warning, and says what they want to remark.
-- one: placement
{{assessment_head}} JOIN doubt d ON d.registration = x.registration WHERE d.id = :doubt

-- one: doubt
{{doubt_shown}} WHERE d.id = :doubt

-- maybe: prefill
SELECT d.version, d.remarks FROM doubt d WHERE d.id = :doubt

-- step: lock
{{doubt_lock}}

-- step: update
UPDATE doubt SET seen_at = UTC_TIMESTAMP(), remarks = :remarks, version = version + 1 WHERE id = :doubt
