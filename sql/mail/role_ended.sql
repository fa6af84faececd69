-- To whose role it was, and why it ended.
-- step: recipients
SELECT x.person FROM person_grant x WHERE x.id = :thing_id

-- one: role
{{mail_role}}

-- maybe: reason
{{mail_reason}}
