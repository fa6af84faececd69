-- A site named another supervisor of a student: to the institution's coordinator, the student's lecturer and both supervisors.
-- step: recipients
{{placement_contacts}} :thing_id
UNION SELECT c.old_supervisor FROM share s JOIN share_change c ON c.share = s.id WHERE s.event = :event AND c.old_supervisor IS NOT NULL
UNION SELECT c.new_supervisor FROM share s JOIN share_change c ON c.share = s.id WHERE s.event = :event AND c.new_supervisor IS NOT NULL
UNION SELECT c.new_lecturer FROM share s JOIN share_change c ON c.share = s.id WHERE s.event = :event AND c.new_lecturer IS NOT NULL

-- one: placement
SELECT p.id, a.name AS activity_name, p.starts, p.ends, st.name AS site, u.name AS unit,
       IF(o.protected = 0, o.name, NULL) AS old_supervisor, IF(n.protected = 0, n.name, NULL) AS supervisor,
       IF(n.protected = 0, n.email, NULL) AS supervisor_email, IF(w.protected = 0, w.name, NULL) AS by_whom
FROM share h
JOIN share_change c ON c.share = h.id
JOIN placement p ON p.registration = c.registration
JOIN activity a ON a.id = p.activity
JOIN unit u ON u.id = c.new_unit
JOIN site st ON st.id = u.site
JOIN event e ON e.id = h.event
LEFT JOIN person w ON w.id = e.person
LEFT JOIN person o ON o.id = c.old_supervisor
LEFT JOIN person n ON n.id = c.new_supervisor
WHERE h.event = :event

-- maybe: reason
{{mail_reason}}
