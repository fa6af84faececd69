-- maybe: place
SELECT x.version, x.institution, NULL AS site, NULL AS activity FROM course_instance x WHERE x.id = :id
