-- Day, time or place of the meeting about a warning: to who is to come, and the institution's contact.
-- step: recipients
{{doubt_people}}

-- one: placement
{{mail_doubt}}
