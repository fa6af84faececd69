-- To the site's coordinators: an answer is wanted. Of an order that was answered meanwhile there is nothing to say.
-- step: recipients
{{mail_to_site}}

-- one: order
{{order_head}}
WHERE o.id = :thing_id AND o.state = 'sent'

-- Who asked for it by hand.
-- maybe: sender
SELECT p.name FROM event e JOIN person p ON p.id = e.person WHERE e.id = :event AND {{actor_named}}
