-- To the site's coordinators: please answer again, and why.
-- step: recipients
{{mail_to_site}}

-- one: order
{{order_head}}
WHERE o.id = :thing_id

-- maybe: reason
{{mail_reason}}
