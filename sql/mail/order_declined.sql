-- To the institution's placement administrators: no, and why.
-- step: recipients
{{mail_to_institution}}

-- one: order
{{order_head}}
WHERE o.id = :thing_id

-- maybe: reason
{{mail_reason}}
