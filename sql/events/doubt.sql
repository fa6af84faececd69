-- maybe: place
SELECT d.version, d.institution, NULL AS site, r.activity FROM doubt d JOIN registration r ON r.id = d.registration WHERE d.id = :id
