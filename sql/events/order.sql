-- maybe: place
SELECT x.version, x.institution, x.site, x.activity FROM placement_order x WHERE x.id = :id
