-- one: order
{{order_head}}
WHERE o.id = :order

-- maybe: prefill
SELECT o.version FROM placement_order o WHERE o.id = :order

-- step: lock_counts
{{lock_counts_of_order}}

-- step: lock
{{order_lock}}

-- step: reminded_today
SELECT 1 AS today FROM placement_order o WHERE o.id = :order AND {{order_reminded_today}}
