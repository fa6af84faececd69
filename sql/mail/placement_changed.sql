-- To the students whose place, people or days changed: as it is now.
-- step: recipients
SELECT r.person
FROM share s
JOIN share_change c ON c.share = s.id AND c.kind IN ('moved', 'people', 'days')
JOIN registration r ON r.id = c.registration
WHERE s.event = :event

-- one: placement
{{placement_mail}}
