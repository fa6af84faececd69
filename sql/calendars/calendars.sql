-- maybe: link
{{own_link}} AND k.purpose = 'calendar' ORDER BY k.id DESC LIMIT 1

-- maybe: address
{{own_address}} AND k.purpose = 'calendar' ORDER BY k.id DESC LIMIT 1

-- one: person
SELECT p.protected FROM person p WHERE p.id = :viewer

-- Those of places that the viewer has made; void: they have no role there any more, so it shows nothing.
-- many: places/place
SELECT k.id, k.institution, k.site, COALESCE(i.name, s.name) AS name, k.created_at, k.last_used_at,
       IF(EXISTS (SELECT 1 FROM person_grant g WHERE {{granted}} AND {{place_staff}}), NULL, 1) AS void
FROM private_address k
LEFT JOIN institution i ON i.id = k.institution
LEFT JOIN site s ON s.id = k.site
WHERE k.purpose = 'place_calendar' AND k.person = :viewer AND k.ended_at IS NULL
ORDER BY COALESCE(i.name, s.name) {collate}, k.id LIMIT 100

-- Where else there is one to be had.
-- many: offered/place
SELECT DISTINCT k.institution, k.site, k.name
FROM (SELECT g.institution, g.site, COALESCE(i.name, s.name) AS name FROM person_grant g
      LEFT JOIN institution i ON i.id = g.institution
      LEFT JOIN site s ON s.id = g.site
      WHERE {{granted}} AND g.activity IS NULL AND g.role <> 'system_administrator') k
WHERE EXISTS (SELECT 1 FROM person_grant g WHERE {{granted}} AND {{place_staff}})
  AND NOT EXISTS (SELECT 1 FROM private_address x WHERE x.purpose = 'place_calendar' AND x.person = :viewer AND x.ended_at IS NULL
                  AND x.institution <=> k.institution AND x.site <=> k.site)
ORDER BY k.name {collate} LIMIT 100
