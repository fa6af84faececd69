-- How the viewer wants to hear of what, and their feed's address.

-- maybe: prefill
SELECT {{notice_choices}}

-- The address is told to its owner only; the program makes it from these.
-- maybe: link
SELECT k.purpose, k.id, k.salt
FROM private_address k WHERE k.person = :viewer AND k.purpose = 'notices' AND k.ended_at IS NULL
ORDER BY k.id DESC LIMIT 1

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
