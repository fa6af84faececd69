-- one: unit
SELECT u.id, u.name, u.site, s.name AS site_name, s.kind, u.parent, COALESCE(um.name, sm.name) AS municipality,
  COALESCE(u.address, s.address) AS address, u.profile, u.closed_on, (u.closed_on <= :today) AS closed, u.version
FROM unit u
JOIN site s ON s.id = u.site
LEFT JOIN municipality um ON um.number = u.municipality
LEFT JOIN municipality sm ON sm.number = s.municipality
WHERE u.id = :unit

-- many: above/unit
-- From the top down to the unit's parent.
WITH RECURSIVE climb (id, site, parent, name, height) AS (
  SELECT u.id, u.site, u.parent, u.name, 0 FROM unit u WHERE u.id = :unit
  UNION ALL
  SELECT u.id, u.site, u.parent, u.name, c.height + 1 FROM climb c JOIN unit u ON u.site = c.site AND u.id = c.parent
)
SELECT id, name FROM climb WHERE height > 0 ORDER BY height DESC

-- many: below/unit
SELECT u.id, u.name AS name, (u.closed_on <= :today) AS closed
FROM unit u
WHERE (u.site, u.parent) = (SELECT a.site, a.id FROM unit a WHERE a.id = :unit)
ORDER BY name {collate}

-- many: requirements/requirement
SELECT r.id, {{requirement_name}} AS name, (ur.unit IS NOT NULL) AS covered
FROM requirement r
LEFT JOIN unit_requirement ur ON ur.requirement = r.id AND ur.unit = :unit
ORDER BY name {collate}

-- many: history/event
{{history}}
WHERE e.thing = 'unit' AND e.thing_id = :unit AND ({{viewer_administers}} OR (SELECT u.site FROM unit u WHERE u.id = :unit) IN ({{viewer_sites}}))
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'unit' AND e.thing_id = :unit AND ({{viewer_administers}} OR (SELECT u.site FROM unit u WHERE u.id = :unit) IN ({{viewer_sites}}))
ORDER BY c.event DESC, c.number LIMIT 500
