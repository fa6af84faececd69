-- one: order
{{order_head}}
WHERE o.id = :order

-- maybe: prefill
SELECT o.version FROM placement_order o WHERE o.id = :order

-- step: lock_counts
{{lock_counts_of_order}}

-- step: lock
{{order_lock}}

-- step: close
UPDATE placement_order SET state = 'closed', version = version + 1 WHERE id = :order

-- step: recount
{{recount}}
