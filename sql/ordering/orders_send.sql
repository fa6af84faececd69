-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- many: drafts/order
SELECT o.id, s.name, o.places, o.message,
       EXISTS (SELECT 1 FROM agreement g
               WHERE g.institution = o.institution AND g.site = o.site AND g.valid_from <= a.starts
                 AND (g.valid_to IS NULL OR g.valid_to >= a.ends)) AS agreed
FROM activity a
JOIN placement_order o ON o.activity = a.id AND o.state = 'draft'
JOIN site s ON s.id = o.site
WHERE a.id = :activity
ORDER BY s.name {collate}, o.id

-- maybe: prefill
SELECT :today + INTERVAL i.answer_days DAY AS due_on
FROM activity a JOIN institution i ON i.id = a.institution WHERE a.id = :activity

-- step: lock_counts
{{lock_counts}}

-- step: lock
{{activity_lock}}

-- step: unsent
SELECT o.id, o.site FROM placement_order o WHERE o.activity = :activity AND o.state = 'draft' ORDER BY o.id FOR UPDATE

-- step: agreed
SELECT DISTINCT g.site
FROM activity a
JOIN agreement g ON g.institution = a.institution AND g.valid_from <= a.starts
  AND (g.valid_to IS NULL OR g.valid_to >= a.ends)
WHERE a.id = :activity LOCK IN SHARE MODE

-- step: send
UPDATE placement_order SET state = 'sent', sent_at = UTC_TIMESTAMP(), due_on = :due_on,
  message = COALESCE(message, :message), version = version + 1
WHERE id = :order

-- step: recount
{{recount}}
