-- one: order
{{order_head}}
WHERE o.id = :order

-- maybe: prefill
SELECT o.version FROM placement_order o WHERE o.id = :order

-- step: lock_counts
{{lock_counts_of_order}}

-- step: lock
{{order_lock}}

-- step: withdraw
UPDATE placement_order SET state = 'withdrawn', version = version + 1 WHERE id = :order

-- step: recount
{{recount}}
