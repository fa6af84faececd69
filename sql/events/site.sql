-- maybe: place
SELECT x.version, NULL AS institution, x.id AS site, NULL AS activity FROM site x WHERE x.id = :id
