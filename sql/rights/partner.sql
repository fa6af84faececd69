-- Who looks after the organisation whose partner it is. edit_now: and it has not ended.
-- maybe: rights
SELECT BIT_OR(g.id IS NOT NULL) AS view, BIT_OR(g.id IS NOT NULL) AS edit,
       BIT_OR(g.id IS NOT NULL) AND x.ended_at IS NULL AS edit_now
FROM partner x
LEFT JOIN person_grant g ON {{granted}} AND {{looks_after}}
WHERE x.id = :partner
GROUP BY x.id, x.ended_at
