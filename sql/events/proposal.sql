-- maybe: place
SELECT x.version, x.institution, NULL AS site, x.activity FROM proposal x WHERE x.id = :id
