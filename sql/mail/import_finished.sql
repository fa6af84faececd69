-- To who asked for it.
-- step: recipients
SELECT x.person FROM import x WHERE x.id = :thing_id

-- one: import
{{mail_import}}
