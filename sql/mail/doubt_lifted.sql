-- A warning was lifted: to all who had it.
-- step: recipients
{{doubt_people}}

-- one: placement
{{mail_doubt}}
