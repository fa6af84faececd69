-- maybe: place
SELECT x.version, x.institution, NULL AS site, x.id AS activity FROM activity x WHERE x.id = :id
