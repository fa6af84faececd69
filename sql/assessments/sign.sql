-- The student says of an assessment that they have read it, and what they want to remark.
-- one: placement
{{assessment_head}} JOIN assessment s ON s.registration = x.registration WHERE s.id = :assessment

-- one: assessment
SELECT s.id, s.kind, s.state, s.passed, s.text, IF(q.protected = 0 OR q.id = :viewer, q.name, NULL) AS assessor, s.given_at, s.signed_at, s.remarks
FROM assessment s JOIN person q ON q.id = s.person
WHERE s.id = :assessment AND s.state <> 'draft'

-- many: verdicts/verdict
{{assessment_verdicts}}
WHERE s.id = :assessment AND s.state <> 'draft'
ORDER BY c.position, c.id

-- maybe: prefill
SELECT s.version, s.remarks FROM assessment s WHERE s.id = :assessment

-- step: lock
SELECT 'assessment' AS thing, s.id, s.version, s.kind, s.state, x.id AS placement
FROM assessment s JOIN placement x ON x.registration = s.registration
WHERE s.id = :assessment FOR UPDATE

-- step: update
UPDATE assessment SET state = 'signed', signed_at = UTC_TIMESTAMP(), remarks = :remarks, version = version + 1 WHERE id = :assessment
