-- maybe: place
SELECT x.version, x.institution, NULL AS site, NULL AS activity FROM course x WHERE x.id = :id
