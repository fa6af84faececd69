-- maybe: place
SELECT x.version, x.institution, NULL AS site, (SELECT g.activity FROM registration g WHERE g.id = x.registration) AS activity
FROM result x WHERE x.id = :id
