-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- Longest overdue first.
-- many: orders/order
SELECT o.id, s.name, o.places, o.due_on, {{order_overdue}} AS overdue, GREATEST(DATEDIFF(:today, o.due_on), 0) AS days_late,
       {{order_reminded_on}} AS reminded_on, {{order_escalated_on}} AS escalated_on,
       {{order_reminded_today}} AS today
FROM placement_order o
JOIN site s ON s.id = o.site
WHERE o.activity = :activity AND o.state = 'sent'
ORDER BY o.due_on, s.name {collate}, o.id

-- step: lock_counts
{{lock_counts}}

-- step: lock
{{activity_lock}}

-- step: unanswered
SELECT o.id FROM placement_order o
WHERE o.activity = :activity AND o.state = 'sent' AND NOT {{order_reminded_today}}
ORDER BY o.id FOR UPDATE
