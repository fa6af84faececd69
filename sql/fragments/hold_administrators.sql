-- Of two administrators who end each other at once the later must see the earlier.
SELECT id FROM person_grant WHERE role = 'system_administrator' FOR UPDATE
