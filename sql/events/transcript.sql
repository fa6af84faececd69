-- maybe: place
SELECT t.version, t.institution, NULL AS site, NULL AS activity FROM transcript t WHERE t.id = :id
