-- Whose group :group is, in words that the institution's staff may read.
SELECT GROUP_CONCAT(IF(p.protected = 0, p.name, NULL) ORDER BY p.name, r.id SEPARATOR ', ') AS students
FROM registration r JOIN person p ON p.id = r.person
WHERE r.activity = :activity AND r.allocation_group = :group
