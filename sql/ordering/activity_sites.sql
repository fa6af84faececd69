-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- list: orders/order
-- columns: site, state, places, places_confirmed, sent_at, due_on, answered_at
-- sort: site s.name {collate}, o.id; state state, o.id; places o.places, o.id; places_confirmed o.places_confirmed, o.id; sent_at o.sent_at, o.id; due_on o.due_on, o.id; answered_at o.answered_at, o.id
SELECT o.id, o.site AS site_id, s.name AS site, m.name AS municipality, s.email, s.phone, {{order_state}} AS state,
       o.places, IF(o.state IN ('answered', 'closed'), o.places_confirmed, NULL) AS places_confirmed,
       DATE(o.sent_at) AS sent_at, o.due_on, DATE(o.answered_at) AS answered_at, {{order_overdue}} AS overdue,
       IF(o.state = 'sent', GREATEST(DATEDIFF(:today, o.due_on), 0), NULL) AS days_late,
       r.reminded_on, r.escalated_on
FROM placement_order o
JOIN site s ON s.id = o.site
LEFT JOIN (SELECT u.id, MAX(IF(r.stage <> 'escalation', r.on_day, NULL)) AS reminded_on,
                  MAX(IF(r.stage = 'escalation', r.on_day, NULL)) AS escalated_on
           FROM placement_order u
           JOIN order_reminder r ON r.placement_order = u.id AND r.due_on = u.due_on AND r.event IS NOT NULL
           WHERE u.activity = :activity AND u.state = 'sent' GROUP BY u.id) r ON r.id = o.id
LEFT JOIN municipality m ON m.number = s.municipality
WHERE o.activity = :activity
  AND {{sees_orders_here}}
  {if state} AND ({{order_state}} = :state OR (:state = 'overdue' AND {{order_overdue}})) {end}
  {if q} AND s.name LIKE CONCAT('%', :q, '%') {end}
-- total:
SELECT COUNT(*)
FROM placement_order o
{if q} JOIN site s ON s.id = o.site {end}
WHERE o.activity = :activity
  AND {{sees_orders_here}}
  {if state} AND ({{order_state}} = :state OR (:state = 'overdue' AND {{order_overdue}})) {end}
  {if q} AND s.name LIKE CONCAT('%', :q, '%') {end}

-- What was confirmed per unit.
-- many: capacities/capacity
SELECT k.placement_order, u.name, k.places
FROM placement_order o
JOIN capacity k ON k.placement_order = o.id
JOIN unit u ON u.id = k.unit
WHERE o.activity = :activity AND o.answer = 'confirmed' AND k.places > 0
  AND {{sees_orders_here}}
ORDER BY k.placement_order, u.name, u.id
