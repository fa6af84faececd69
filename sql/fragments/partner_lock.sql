SELECT p.id, p.version, 'partner' AS thing, p.institution, p.site, p.person, p.name, p.ended_at FROM partner p WHERE p.id = :partner FOR UPDATE
