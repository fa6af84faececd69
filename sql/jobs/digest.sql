-- Notices that people have chosen to get together: one mail a person a day.

-- Who has something from before :morning, or of this morning's reminders.
-- step: due
SELECT DISTINCT n.person FROM notice n
JOIN account ac ON ac.person = n.person AND ac.closed = 0
JOIN event e ON e.id = n.event
WHERE n.delivery = 'digest' AND n.digest IS NULL AND (n.created_at < :morning OR e.person IS NULL)
  AND NOT EXISTS (SELECT 1 FROM notice_digest d WHERE d.person = n.person AND d.on_day = :today)
ORDER BY n.person LIMIT 100

-- step: mark
INSERT INTO notice_digest (person, on_day) VALUES (:person, :today)

-- What was read meanwhile, and reminders of what has been answered, need no mail.
-- step: drop
UPDATE notice n
JOIN event e ON e.id = n.event
LEFT JOIN placement_order o ON e.thing = 'order' AND o.id = e.thing_id
LEFT JOIN registration r ON e.thing = 'plan' AND r.activity = e.thing_id AND r.person = n.person
SET n.delivery = 'none'
WHERE n.person = :person AND n.delivery = 'digest' AND n.digest IS NULL
  AND (n.read_at IS NOT NULL OR (n.topic = 'reminders' AND COALESCE(o.state, '') <> 'sent')
       OR (n.kind IN ('wishes_open', 'wishes_reminder') AND r.wishes_at IS NOT NULL))

-- step: newest
SELECT n.event FROM notice n
WHERE n.person = :person AND n.delivery = 'digest' AND n.digest IS NULL
ORDER BY n.event DESC LIMIT 1

-- step: mail
INSERT INTO mail (event, person, kind, next_at) VALUES (:event, :person, 'digest', UTC_TIMESTAMP())

-- step: gather
UPDATE notice SET digest = :mail
WHERE person = :person AND delivery = 'digest' AND digest IS NULL AND event <= :event
