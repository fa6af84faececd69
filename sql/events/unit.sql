-- maybe: place
SELECT x.version, NULL AS institution, x.site, NULL AS activity FROM unit x WHERE x.id = :id
