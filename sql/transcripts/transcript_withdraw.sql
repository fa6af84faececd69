-- A transcript taken back: who verifies it is told so, and no more.
-- one: transcript
{{transcript_head}}
WHERE t.id = :transcript

-- maybe: prefill
SELECT t.version FROM transcript t WHERE t.id = :transcript

-- step: lock
SELECT 'transcript' AS thing, t.id, t.version, t.withdrawn_at IS NULL AS good FROM transcript t WHERE t.id = :transcript FOR UPDATE

-- step: withdraw
UPDATE transcript SET withdrawn_at = :now, withdrawn_by = :viewer, version = version + 1 WHERE id = :transcript
