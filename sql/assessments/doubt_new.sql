-- A written warning that a student may not pass.
-- one: placement
{{assessment_head}} WHERE x.id = :placement

-- Another that still stands.
-- maybe: standing
SELECT d.id, d.given_at FROM placement x JOIN doubt d ON d.registration = x.registration AND d.lifted_at IS NULL
WHERE x.id = :placement LIMIT 1

-- step: place
{{assessment_place}}

-- step: lock
{{assessment_lock}}

-- step: others
SELECT d.id FROM doubt d WHERE d.registration = :registration AND d.lifted_at IS NULL FOR UPDATE

-- step: insert
INSERT INTO doubt (institution, registration, person, text, given_at, due_on, late, late_reason, meeting_on, meeting_at, meeting_place)
SELECT r.institution, r.id, :viewer, :text, UTC_TIMESTAMP(), :doubt_due, :late, IF(:late = 1, :late_reason, NULL),
       :meeting_on, :meeting_at, :meeting_place
FROM registration r WHERE r.id = :registration
