-- A warning of doubt: to the student, supervisor and lecturer, and the institution's contact.
-- step: recipients
{{doubt_people}}

-- one: placement
{{mail_doubt}}
