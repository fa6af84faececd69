-- one: place
SELECT t.id, t.name FROM site t WHERE t.id = :site

-- maybe: link
{{own_link}} AND k.purpose = 'place_calendar' AND k.site = :site ORDER BY k.id DESC LIMIT 1

-- maybe: address
{{own_address}} AND k.purpose = 'place_calendar' AND k.site = :site ORDER BY k.id DESC LIMIT 1
