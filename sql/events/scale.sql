-- maybe: place
SELECT x.version, x.institution, NULL AS site, NULL AS activity FROM grading_scale x WHERE x.id = :id
