-- one: place
SELECT t.id, t.name FROM institution t WHERE t.id = :institution

-- maybe: link
{{own_link}} AND k.purpose = 'place_calendar' AND k.institution = :institution ORDER BY k.id DESC LIMIT 1

-- maybe: address
{{own_address}} AND k.purpose = 'place_calendar' AND k.institution = :institution ORDER BY k.id DESC LIMIT 1
