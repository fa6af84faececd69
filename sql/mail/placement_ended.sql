-- To the students whose placement ended, and why.
-- step: recipients
SELECT r.person
FROM share s
JOIN share_change c ON c.share = s.id AND c.kind = 'ended'
JOIN registration r ON r.id = c.registration
WHERE s.event = :event

-- one: placement
{{placement_mail}}

-- Of an activity that was cancelled; why somebody withdrew is nobody's to mail.
-- maybe: reason
{{mail_reason}}
  AND c.event IN (SELECT e.id FROM event e WHERE e.kind = 'activity.cancelled')
