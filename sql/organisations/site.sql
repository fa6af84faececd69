-- one: site
SELECT s.id, s.name, s.kind, m.name AS municipality, s.address, s.email, s.phone, s.profile, s.version
FROM site s
LEFT JOIN municipality m ON m.number = s.municipality
WHERE s.id = :site

-- list: units/unit
-- columns: name, above, municipality, requirements, closed_on
-- sort: path t.path {collate}
WITH {{unit_tree}}
SELECT t.id, t.name, t.depth, t.above, m.name AS municipality, t.closed_on, (t.closed_on <= :today) AS closed,
  (SELECT GROUP_CONCAT({{requirement_name}} ORDER BY 1 SEPARATOR ', ')
   FROM unit_requirement ur JOIN requirement r ON r.id = ur.requirement
   WHERE ur.site = :site AND ur.unit = t.id) AS requirements
FROM tree t
LEFT JOIN municipality m ON m.number = t.municipality
WHERE :q IS NULL OR t.name LIKE CONCAT('%', :q, '%')
-- total:
SELECT COUNT(*) FROM unit u WHERE u.site = :site AND (:q IS NULL OR u.name LIKE CONCAT('%', :q, '%'))

-- many: contacts/contact
-- Whom to ask, for all who are here as more than a student.
SELECT x.id, x.role, p.id AS person, p.name, p.email, p.phone
FROM person_grant x
JOIN person p ON p.id = x.person AND p.protected = 0 AND NOT {{protected_now}}
WHERE x.site = :site AND x.role IN ('site_administrator', 'site_coordinator')
  AND x.valid_from <= :today AND (x.valid_to IS NULL OR x.valid_to >= :today)
  AND x.activity IS NULL AND {{more_than_student}}
ORDER BY x.role, name {collate}
LIMIT 200

-- many: agreements/agreement
-- Those the viewer is a party to.
SELECT a.id, a.institution AS institution_id, i.name AS institution, a.reference, a.valid_from, a.valid_to,
  CASE WHEN a.valid_from > :today THEN 'coming' WHEN a.valid_to < :today THEN 'ended' ELSE 'valid' END AS validity
FROM agreement a
JOIN institution i ON i.id = a.institution
WHERE a.site = :site AND {{party_to_agreement}}
ORDER BY (a.valid_to IS NOT NULL AND a.valid_to < :today), a.valid_from DESC, a.id DESC
LIMIT 100

-- many: history/event
{{history}}
WHERE e.thing = 'site' AND e.thing_id = :site AND (:site IN ({{viewer_sites}}) OR {{viewer_administers}})
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'site' AND e.thing_id = :site AND (:site IN ({{viewer_sites}}) OR {{viewer_administers}})
ORDER BY c.event DESC, c.number LIMIT 500
