-- maybe: place
SELECT x.version, a.institution, NULL AS site, x.activity
FROM allocation_group x JOIN activity a ON a.id = x.activity WHERE x.id = :id
