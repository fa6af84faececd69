SELECT 'order' AS thing, o.id, o.version, o.state, o.answer, o.places, o.places_confirmed, o.message, o.due_on, o.answer_message,
       o.activity, o.site, o.institution, a.starts, a.ends, a.cancelled_at IS NOT NULL AS cancelled, a.ends < :today AS past
FROM placement_order o JOIN activity a ON a.id = o.activity
WHERE o.id = :order FOR UPDATE
