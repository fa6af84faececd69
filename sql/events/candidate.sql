-- maybe: place
SELECT c.version, c.institution, NULL AS site, NULL AS activity FROM candidate c WHERE c.id = :id
