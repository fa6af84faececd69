-- maybe: place
SELECT s.version, s.institution, NULL AS site, r.activity FROM assessment s JOIN registration r ON r.id = s.registration WHERE s.id = :id
