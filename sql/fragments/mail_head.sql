SELECT m.id, e.at, IF(p.protected, NULL, p.name) AS recipient, IF(p.protected, NULL, COALESCE(m.address, p.email)) AS email, m.kind,
       COALESCE(a.name, s.name, i.name) AS about, m.state, m.problem, IF(p.protected, NULL, m.error) AS words, m.attempts, m.sent_at
FROM mail m
JOIN event e ON e.id = m.event
JOIN person p ON p.id = m.person
LEFT JOIN activity a ON a.id = e.activity
LEFT JOIN site s ON s.id = e.site
LEFT JOIN institution i ON i.id = e.institution
