-- To whose role it is, in an activity or everywhere at a place: where, when, what it lets them do.
-- step: recipients
SELECT x.person FROM person_grant x WHERE x.id = :thing_id

-- one: role
{{mail_role}}
