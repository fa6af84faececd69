-- maybe: place
SELECT x.version, x.id AS institution, NULL AS site, NULL AS activity FROM institution x WHERE x.id = :id
