AND (SELECT 1 FROM person_grant x WHERE x.person = p.id AND {{sees_grant}} {{people_filter}} LIMIT 1)
