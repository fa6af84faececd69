-- maybe: place
SELECT x.version, NULL AS institution, NULL AS site, NULL AS activity FROM requirement x WHERE x.id = :id
