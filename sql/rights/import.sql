-- Seen and used by who looks after the place that it is for; where students of an activity live, by who allocates it; points by the assessor whose they are.
-- maybe: rights
SELECT BIT_OR(g.id IS NOT NULL) AS view, BIT_OR(g.id IS NOT NULL) AS edit
FROM import x
LEFT JOIN person_grant g ON {{granted}} AND {{import_held}}
WHERE x.id = :import
GROUP BY x.id
