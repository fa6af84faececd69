-- one: order
{{order_head}}
WHERE o.id = :order

-- maybe: prefill
SELECT o.places, o.message, o.version FROM placement_order o WHERE o.id = :order

-- step: lock_counts
{{lock_counts_of_order}}

-- step: lock
{{order_lock}}

-- step: update
UPDATE placement_order SET places = :places, message = :message, version = version + 1 WHERE id = :order

-- step: recount
{{recount}}
