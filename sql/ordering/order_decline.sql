-- one: order
{{order_head}}
WHERE o.id = :order

-- maybe: prefill
SELECT o.version FROM placement_order o WHERE o.id = :order

-- step: lock_counts
{{lock_counts_of_order}}

-- step: lock
{{order_lock}}

-- step: earlier
SELECT u.name, k.places FROM capacity k JOIN unit u ON u.id = k.unit
WHERE k.placement_order = :order AND k.places > 0 ORDER BY u.name, u.id

-- step: clear
DELETE FROM capacity WHERE placement_order = :order

-- step: decline
UPDATE placement_order SET state = 'answered', answer = 'declined', places_confirmed = 0, answer_message = :reason,
  answered_at = UTC_TIMESTAMP(), version = version + 1
WHERE id = :order

-- step: recount
{{recount}}
