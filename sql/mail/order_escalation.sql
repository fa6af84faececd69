-- To the site's administrators: an order there has not been answered in time.
-- step: recipients
SELECT DISTINCT g.person
FROM placement_order o
JOIN person_grant g ON g.site = o.site AND g.role = 'site_administrator' AND g.activity IS NULL
  AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
WHERE o.id = :thing_id
ORDER BY g.person

-- one: order
{{order_head}}
WHERE o.id = :thing_id AND o.state = 'sent'
