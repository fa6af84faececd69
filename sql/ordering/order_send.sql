-- one: order
{{order_head}}
WHERE o.id = :order

-- many: requirements/requirement
{{order_requirements}}

-- maybe: prefill
SELECT :today + INTERVAL i.answer_days DAY AS due_on, o.version
FROM placement_order o JOIN institution i ON i.id = o.institution WHERE o.id = :order

-- step: lock_counts
{{lock_counts_of_order}}

-- step: lock
{{order_lock}}

-- step: agreed
SELECT g.id
FROM placement_order o
JOIN activity a ON a.id = o.activity
JOIN agreement g ON g.institution = o.institution AND g.site = o.site AND g.valid_from <= a.starts
  AND (g.valid_to IS NULL OR g.valid_to >= a.ends)
WHERE o.id = :order LIMIT 1 LOCK IN SHARE MODE

-- step: send
UPDATE placement_order SET state = 'sent', sent_at = UTC_TIMESTAMP(), due_on = :due_on, version = version + 1
WHERE id = :order

-- step: recount
{{recount}}
