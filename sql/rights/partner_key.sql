-- As the partner whose key it is; that it is in safe hands only its maker says, who alone was shown it.
-- maybe: rights
SELECT BIT_OR(g.id IS NOT NULL) AS view, BIT_OR(g.id IS NOT NULL) AS edit,
       BIT_OR(g.id IS NOT NULL) AND k.made_by = :viewer AS kept
FROM partner_key k
JOIN partner x ON x.id = k.partner
LEFT JOIN person_grant g ON {{granted}} AND {{looks_after}}
WHERE k.id = :partner_key
GROUP BY k.id, k.made_by
