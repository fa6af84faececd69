-- Something of a shared allocation changed: to the sites, supervisors and lecturers it concerns, with how many students at which unit. No student is
-- named in a mail.
-- step: recipients
{{share_people}}

-- one: activity
{{share_mail}}

-- many: units/unit
{{share_mail_units}}
