-- The student signed for a warning: to supervisor, lecturer and the institution's contact.
-- step: recipients
{{doubt_people}}

-- one: placement
{{mail_doubt}}
