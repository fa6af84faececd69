-- many: demonstrations/demonstration
-- There only where `praktikum demo` made them.
SELECT p.id, p.name, p.email, x.role, COALESCE(i.name, s.name) AS organisation
FROM person p
JOIN person_grant x ON x.person = p.id AND x.activity IS NULL
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
WHERE p.email IN ('admin@demo.example', 'praksis@demo.example', 'radgiver@demo.example', 'koordinator@demo.example',
  'underviser@demo.example', 'stedsadmin@demo.example', 'stedskoordinator@demo.example', 'veileder@demo.example',
  'student@demo.example', 'praksis2@demo.example', 'stedskoordinator2@demo.example', 'stedskoordinator3@demo.example')
ORDER BY p.id, x.id

-- step: account
SELECT p.id, p.lang, a.password_hash FROM person p JOIN account a ON a.person = p.id
WHERE p.email = LOWER(:email) AND a.closed = 0
