-- To the site's coordinators: no need to answer any more.
-- step: recipients
{{mail_to_site}}

-- one: order
{{order_head}}
WHERE o.id = :thing_id

-- maybe: reason
{{mail_reason}}
