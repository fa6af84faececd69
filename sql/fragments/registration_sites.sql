SELECT o.site FROM registration x
JOIN placement_order o ON o.activity = x.activity AND o.state <> 'withdrawn'
WHERE x.id = :registration
UNION
SELECT g.site FROM registration x
JOIN activity a ON a.id = x.activity
JOIN agreement g ON g.institution = x.institution AND g.valid_from <= a.ends AND (g.valid_to IS NULL OR g.valid_to >= a.starts)
WHERE x.id = :registration
