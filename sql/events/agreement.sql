-- maybe: place
SELECT x.version, x.institution, x.site, NULL AS activity FROM agreement x WHERE x.id = :id
