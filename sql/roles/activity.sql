-- Who has a role in an activity: its institution sees all, a site its own people and the institution's contacts.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- many: classes/class
SELECT k.id, k.letter, k.letter AS name, k.starts, k.ends
FROM activity_class k WHERE k.activity = :activity ORDER BY k.letter

-- What the institution must see before start: at how many sites somebody is still missing.
-- maybe: missing
{{role_missing}}

-- list: parts/part
-- columns: site, class, coordinators, supervisors, places_confirmed
-- sort: site s.name {collate}, t.site, k.letter; class k.letter, s.name {collate}, t.site; places_confirmed t.confirmed, t.site, k.letter
SELECT t.site AS site_id, s.name AS site, k.id AS class_id, k.letter AS class,
       GROUP_CONCAT(DISTINCT IF(x.role = 'site_coordinator' AND p.protected = 0, p.name, NULL) ORDER BY p.sorted_nb SEPARATOR ', ') AS coordinators,
       GROUP_CONCAT(DISTINCT IF(x.role = 'supervisor' AND p.protected = 0, p.name, NULL) ORDER BY p.sorted_nb SEPARATOR ', ') AS supervisors,
       t.confirmed AS places_confirmed
FROM {{role_parts}}
{if q} AND (s.name LIKE CONCAT('%', :q, '%')
            OR t.site IN (SELECT f.site FROM person_grant f JOIN person n ON n.id = f.person AND n.protected = 0
                          WHERE f.activity = :activity AND n.name LIKE CONCAT('%', :q, '%'))) {end}
{if class} AND k.id = :class {end}
GROUP BY t.site, s.name, k.id, k.letter, t.confirmed
{if state}
HAVING CASE :state WHEN 'no_coordinator' THEN COUNT(IF(x.role = 'site_coordinator', 1, NULL)) = 0
                   WHEN 'no_supervisor' THEN COUNT(IF(x.role = 'supervisor', 1, NULL)) = 0
                   WHEN 'complete' THEN COUNT(IF(x.role = 'site_coordinator', 1, NULL)) > 0
                                        AND COUNT(IF(x.role = 'supervisor', 1, NULL)) > 0
                   ELSE FALSE END
{end}

-- The sites the viewer acts for or has a role at; enter: by the order that says it was asked.
-- many: own/site
SELECT s.id, s.name, MAX(g.role IN ('site_administrator', 'site_coordinator')) AS enter,
       (SELECT MIN(o.id) FROM placement_order o
        WHERE o.activity = :activity AND o.site = s.id AND o.state IN ('sent', 'answered', 'closed')) AS placement_order
FROM person_grant g
JOIN site s ON s.id = g.site
WHERE {{granted}} AND ((g.activity IS NULL AND g.role IN ('site_administrator', 'site_coordinator'))
                       OR g.activity = :activity)
  AND EXISTS (SELECT 1 FROM placement_order o WHERE o.activity = :activity AND o.site = s.id AND o.state <> 'draft')
GROUP BY s.id, s.name
ORDER BY s.name {collate}, s.id

-- Contact details are the parties' to use; of who is protected there are none, nor a name to the other side.
-- many: roles/role
SELECT x.id, x.role, x.site, x.institution, x.activity_class AS class, u.name AS unit, x.students_most, x.valid_from, x.valid_to,
       CASE WHEN x.valid_from > :today THEN 'coming' WHEN x.valid_to < :today THEN 'ended' ELSE 'valid' END AS validity,
       p.protected, IF(p.id = :viewer OR x.site IN ({{viewer_managed_sites}}) OR {{viewer_administers}}
                       OR (x.institution IN ({{viewer_institutions}}) AND p.protected = 0)
                       OR x.institution IN ({{viewer_planned}}), p.id, NULL) AS person,
       IF(p.protected = 0 OR p.id = :viewer OR x.site IN ({{viewer_sites_here}})
          OR x.institution IN ({{viewer_planned}}), p.name, NULL) AS name,
       IF(p.protected = 0, p.email, NULL) AS email, IF(p.protected = 0, p.phone, NULL) AS phone,
       IF(x.site IN ({{viewer_sites_here}}) OR x.institution IN ({{viewer_planned}}), 1, NULL) AS enter
FROM activity a
JOIN person_grant x ON x.activity = a.id AND {{role_counts}}
JOIN person p ON p.id = x.person
LEFT JOIN unit u ON u.id = x.unit
WHERE a.id = :activity AND (x.institution IS NOT NULL OR {{role_inside}} OR x.site IN ({{viewer_sites_of}}))
ORDER BY p.sorted_{alphabet}, x.valid_from, x.id LIMIT 3000

-- Whom to speak to while the activity has no coordinator of its own at the institution.
-- many: general/contact
SELECT p.id, p.name, p.email, p.phone
FROM activity a
JOIN person_grant x ON x.institution = a.institution AND x.role = 'institution_coordinator' AND x.activity IS NULL
  AND x.valid_from <= :today AND (x.valid_to IS NULL OR x.valid_to >= :today)
JOIN person p ON p.id = x.person AND p.protected = 0
WHERE a.id = :activity
  AND NOT EXISTS (SELECT 1 FROM person_grant n
                  WHERE n.activity = a.id AND n.role = 'institution_coordinator'
                    AND n.valid_from <= :today AND (n.valid_to IS NULL OR n.valid_to >= :today))
GROUP BY p.id
ORDER BY p.sorted_{alphabet}, p.id LIMIT 5
