-- maybe: address
{{notice_address}}

-- step: lock
SELECT p.id FROM person p WHERE p.id = :viewer FOR UPDATE

-- step: end
{{notice_address_end}}
