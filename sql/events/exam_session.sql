-- maybe: place
SELECT x.version, x.institution, NULL AS site, NULL AS activity FROM exam_session x WHERE x.id = :id
