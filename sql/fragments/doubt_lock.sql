SELECT 'doubt' AS thing, d.id, d.version, d.lifted_at IS NOT NULL AS lifted, d.seen_at IS NOT NULL AS seen, d.meeting_on, LEFT(d.meeting_at, 5) AS meeting_at,
       d.meeting_place, x.id AS placement
FROM doubt d JOIN placement x ON x.registration = d.registration
WHERE d.id = :doubt FOR UPDATE
