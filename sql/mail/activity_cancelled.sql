-- To the coordinators of every site that was asked, and to supervisors and lecturers whose students lose their places; to the
-- students who had none: it will not be held, and why.
-- step: recipients
SELECT DISTINCT g.person
FROM placement_order o
JOIN person_grant g ON g.site = o.site AND g.role IN ('site_coordinator', 'site_administrator')
  AND (g.activity IS NULL OR g.activity = o.activity)
  AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
WHERE o.activity = :thing_id AND o.state IN ('sent', 'answered', 'closed')
  AND (g.role = 'site_coordinator'
       OR NOT EXISTS (SELECT 1 FROM person_grant c JOIN account ac ON ac.person = c.person AND ac.closed = 0
                      WHERE c.site = o.site AND c.role = 'site_coordinator'
                        AND (c.activity IS NULL OR c.activity = o.activity)
                        AND c.valid_from <= :today AND (c.valid_to IS NULL OR c.valid_to >= :today)))
UNION SELECT c.old_supervisor FROM share h JOIN share_change c ON c.share = h.id WHERE h.event = :event AND c.old_supervisor IS NOT NULL
UNION SELECT c.old_lecturer FROM share h JOIN share_change c ON c.share = h.id WHERE h.event = :event AND c.old_lecturer IS NOT NULL
UNION SELECT r.person FROM registration r
WHERE r.activity = :thing_id AND r.state = 'registered'
  AND NOT EXISTS (SELECT 1 FROM share h JOIN share_change c ON c.share = h.id WHERE h.event = :event AND c.registration = r.id)

-- one: activity
SELECT a.id, a.name, a.starts, a.ends, i.name AS institution_name, r.id AS registration
FROM activity a JOIN institution i ON i.id = a.institution
LEFT JOIN registration r ON r.activity = a.id AND r.person = :viewer
WHERE a.id = :thing_id

-- maybe: reason
{{mail_reason}}
