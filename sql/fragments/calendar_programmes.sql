SELECT p.id, p.name FROM programme p
WHERE p.institution IN ({{viewer_taught}}) {unless viewer_institution_side, viewer_lecturer} AND FALSE {end}
ORDER BY p.name {collate}, p.id
