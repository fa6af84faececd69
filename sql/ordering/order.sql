-- one: order
{{order_head}}
WHERE o.id = :order

-- many: units/unit
{{order_units}}

-- many: requirements/requirement
{{order_requirements}}

-- Other orders to the site for the activity: each is answered on its own.
-- many: others/order
SELECT o.id, o.places, {{order_state}} AS state, o.sent_at
FROM placement_order t
JOIN placement_order o ON o.activity = t.activity AND o.site = t.site AND o.id <> t.id
WHERE t.id = :order
  AND (o.institution IN ({{viewer_institutions}}) OR (o.state <> 'draft' AND o.site IN ({{viewer_answers}})))
ORDER BY o.id

-- What happened while it was a draft is the institution's own.
-- many: history/event
{{history}}
WHERE e.thing = 'order' AND e.thing_id = :order
  AND (e.kind NOT IN ('order.created', 'order.changed')
       OR e.institution IN ({{viewer_institutions}}))
ORDER BY e.id DESC

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'order' AND e.thing_id = :order
  AND (e.kind NOT IN ('order.created', 'order.changed')
       OR e.institution IN ({{viewer_institutions}}))
ORDER BY c.event, c.number
