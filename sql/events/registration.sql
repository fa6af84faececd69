-- No site: what happens to a registration is its institution's and the student's.
-- maybe: place
SELECT x.version, x.institution, NULL AS site, x.activity FROM registration x WHERE x.id = :id
