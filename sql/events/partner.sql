-- maybe: thing
SELECT p.version, p.institution, p.site, NULL AS activity FROM partner p WHERE p.id = :id
