-- maybe: place
SELECT x.version, a.institution, NULL AS site, x.activity
FROM activity_class x JOIN activity a ON a.id = x.activity WHERE x.id = :id
