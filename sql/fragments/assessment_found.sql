SELECT 'assessment' AS thing, s.id, s.version, s.state, s.passed FROM assessment s
WHERE s.registration = :registration AND s.kind = :kind FOR UPDATE
