SELECT 'grant' AS thing, x.id, x.version, x.person AS _person, x.role AS _role, x.site AS _site, x.activity AS _activity,
       x.activity_class AS _class, x.valid_to < :today AS _ended,
       (SELECT IF(p.protected = 1, NULL, p.name) FROM person p WHERE p.id = x.person) AS _name, x.valid_from, x.valid_to, x.students_most
FROM person_grant x WHERE x.id = :grant FOR UPDATE
