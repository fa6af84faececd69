-- The system's administrators see every mail; who looks after an institution or a site, those of what happened there.
-- maybe: rights
SELECT BIT_OR(g.id IS NOT NULL) AS view, BIT_OR(g.id IS NOT NULL) AS send_again
FROM mail m
JOIN event x ON x.id = m.event
LEFT JOIN person_grant g ON {{granted}} AND {{looks_after}}
WHERE m.id = :mail
GROUP BY m.id
