-- maybe: place
SELECT x.version, x.institution, x.site, x.activity FROM placement x WHERE x.id = :id
