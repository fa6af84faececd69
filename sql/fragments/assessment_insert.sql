INSERT INTO assessment (institution, registration, kind, person)
SELECT x.institution, x.registration, :kind, :viewer FROM placement x WHERE x.id = :placement
