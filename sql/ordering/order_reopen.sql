-- one: order
{{order_head}}
WHERE o.id = :order

-- maybe: prefill
SELECT :today + INTERVAL i.answer_days DAY AS due_on, o.version
FROM placement_order o JOIN institution i ON i.id = o.institution WHERE o.id = :order

-- step: lock_counts
{{lock_counts_of_order}}

-- step: lock
{{order_lock}}

-- The capacity stays, as what the site said last.
-- step: reopen
UPDATE placement_order SET state = 'sent', answer = NULL, answer_message = NULL, answered_at = NULL,
  places_confirmed = 0, due_on = :due_on, version = version + 1
WHERE id = :order

-- step: recount
{{recount}}
