-- To the institution's placement administrators: the capacity, per unit.
-- step: recipients
{{mail_to_institution}}

-- one: order
{{order_head}}
WHERE o.id = :thing_id

-- As it was said then: a reopened order keeps it in the event.
-- many: units/unit
SELECT c.subject AS name, c.new_value AS places FROM event_change c
WHERE c.event = :event AND c.field = 'capacity' AND c.new_value <> '0'
ORDER BY c.number

-- maybe: confirmed
SELECT c.new_value AS places FROM event_change c WHERE c.event = :event AND c.field = 'places_confirmed'

-- maybe: message
SELECT c.new_value AS text FROM event_change c
WHERE c.event = :event AND c.field = 'message' AND c.new_value IS NOT NULL
