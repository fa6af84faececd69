-- maybe: place
SELECT x.version, x.institution, x.site, NULL AS activity FROM import x WHERE x.id = :id
