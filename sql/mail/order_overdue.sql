-- To the institution's placement administrators: a site has not answered, and its administrators have been told.
-- step: recipients
{{mail_to_institution}}

-- one: order
{{order_head}}
WHERE o.id = :thing_id AND o.state = 'sent'
