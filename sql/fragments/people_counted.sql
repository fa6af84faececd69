SELECT SQL_CACHE COUNT(DISTINCT x.person) - (SELECT COUNT(*) FROM person p WHERE p.protected = 1 {{people_grant}})
FROM person_grant x WHERE {{sees_grant}} {{people_filter}}
