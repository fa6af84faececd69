-- maybe: place
SELECT x.version, x.institution, x.site, x.activity FROM person_grant x WHERE x.id = :id
