SELECT x.id, x.activity, x.kind, x.version,
       (SELECT GROUP_CONCAT(p.name ORDER BY p.sorted_{alphabet} SEPARATOR ', ')
        FROM registration r JOIN person p ON p.id = r.person WHERE r.activity = x.activity AND r.allocation_group = x.id) AS students
FROM allocation_group x WHERE x.id = :group
