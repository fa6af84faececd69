-- Sent back before it is attested, with what is objected.
-- one: result
{{result_one}}
WHERE r.id = :result

-- maybe: prefill
SELECT r.version FROM result r WHERE r.id = :result

-- step: lock
{{result_lock}}

-- step: update
UPDATE result SET state = 'draft', objection = :reason, version = version + 1 WHERE id = :result
