-- How the viewer wants to hear of what, and their feed's address.

-- maybe: prefill
SELECT {{notice_choices}}

-- maybe: link
{{own_link}} AND k.purpose = 'notices' ORDER BY k.id DESC LIMIT 1

-- maybe: address
{{notice_address}}

-- step: lock
SELECT p.id FROM person p WHERE p.id = :viewer FOR UPDATE

-- step: before
SELECT {{notice_choices}}

-- step: choose
INSERT INTO notice_choice (person, topic, delivery)
VALUES (:viewer, 'orders', :orders), (:viewer, 'reminders', :reminders), (:viewer, 'roles', :roles),
       (:viewer, 'imports', :imports), (:viewer, 'allocation', :allocation),
       (:viewer, 'exams', :exams), (:viewer, 'assessments', :assessments)
ON DUPLICATE KEY UPDATE delivery = VALUES(delivery)
