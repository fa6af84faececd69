SELECT DISTINCT g.person
FROM placement_order o
JOIN person_grant g ON g.site = o.site AND g.role IN ('site_coordinator', 'site_administrator')
  AND (g.activity IS NULL OR g.activity = o.activity)
  AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
WHERE o.id = :thing_id
  AND (g.role = 'site_coordinator'
       OR NOT EXISTS (SELECT 1 FROM person_grant c JOIN account ac ON ac.person = c.person AND ac.closed = 0
                      WHERE c.site = o.site AND c.role = 'site_coordinator'
                        AND (c.activity IS NULL OR c.activity = o.activity)
                        AND c.valid_from <= :today AND (c.valid_to IS NULL OR c.valid_to >= :today)))
ORDER BY g.person
