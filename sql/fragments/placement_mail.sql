-- A student's own place as the share of :event left it, or, when it ended, as it was.
SELECT p.id, a.name AS activity_name, COALESCE(p.starts, k.starts, a.starts) AS starts, COALESCE(p.ends, k.ends, a.ends) AS ends,
       p.ended_on, i.name AS institution_name, st.name AS site, u.name AS unit,
       IF(c.kind = 'ended', NULL, COALESCE(u.address, st.address)) AS address,
       IF(c.kind = 'moved', ou.name, NULL) AS old_unit, IF(c.kind = 'moved', os.name, NULL) AS old_site,
       IF(s.protected = 0, s.name, NULL) AS supervisor, IF(s.protected = 0, s.email, NULL) AS supervisor_email,
       IF(l.protected = 0, l.name, NULL) AS lecturer, IF(l.protected = 0, l.email, NULL) AS lecturer_email,
       c.kind, IF(c.kind = 'people' AND NOT c.old_supervisor <=> c.new_supervisor, 1, NULL) AS new_supervisor
FROM share h
JOIN registration r ON r.activity = h.activity AND r.person = :viewer
JOIN share_change c ON c.share = h.id AND c.registration = r.id
JOIN activity a ON a.id = r.activity
JOIN institution i ON i.id = a.institution
LEFT JOIN activity_class k ON k.id = r.activity_class
LEFT JOIN placement p ON p.registration = r.id
JOIN unit u ON u.id = COALESCE(c.new_unit, c.old_unit)
JOIN site st ON st.id = u.site
LEFT JOIN unit ou ON ou.id = c.old_unit
LEFT JOIN site os ON os.id = c.old_site
LEFT JOIN person s ON s.id = c.new_supervisor
LEFT JOIN person l ON l.id = c.new_lecturer
WHERE h.event = :event
