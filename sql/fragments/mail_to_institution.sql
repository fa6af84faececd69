SELECT DISTINCT g.person
FROM placement_order o
JOIN person_grant g ON g.institution = o.institution AND g.role = 'placement_administrator' AND g.activity IS NULL
  AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
WHERE o.id = :thing_id
ORDER BY g.person
