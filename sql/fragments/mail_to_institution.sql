SELECT DISTINCT g.person
FROM placement_order o
JOIN person_grant g ON g.institution = o.institution AND g.role = 'placement_administrator' AND g.activity IS NULL
  AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
LEFT JOIN account ac ON ac.person = g.person
WHERE o.id = :thing_id AND COALESCE(ac.closed, 0) = 0
ORDER BY g.person
