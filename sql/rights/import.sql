-- Seen and used by who looks after the place that it is for.
-- maybe: rights
SELECT BIT_OR(g.id IS NOT NULL) AS view, BIT_OR(g.id IS NOT NULL) AS edit
FROM import x
LEFT JOIN person_grant g ON {{granted}} AND {{looks_after}}
WHERE x.id = :import
GROUP BY x.id
