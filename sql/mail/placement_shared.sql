-- To the students who got a place: where, when, with whom.
-- step: recipients
SELECT r.person
FROM share s
JOIN share_change c ON c.share = s.id AND c.kind = 'placed'
JOIN registration r ON r.id = c.registration
WHERE s.event = :event

-- one: placement
{{placement_mail}}
