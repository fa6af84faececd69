-- maybe: place
SELECT x.version, x.institution, NULL AS site, NULL AS activity FROM module x WHERE x.id = :id
