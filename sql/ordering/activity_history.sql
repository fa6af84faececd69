-- The institution's people see all, its lecturers all but orders; a site its own orders and what happened to the activity
-- itself, no numbers.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- list: history/event
-- columns: at, event, person, site
-- sort: -at e.id
SELECT e.id, e.at, e.kind, e.kind AS event, e.thing, e.thing_id, IF({{actor_named}}, p.name, NULL) AS person_name,
       IF({{actor_named}}, p.name, NULL) AS person, {{actor_withheld}} AS withheld, s.name AS site
FROM (
  SELECT e.id FROM {{activity_seen}} v
  STRAIGHT_JOIN event e
  LEFT JOIN person p ON p.id = e.person
  LEFT JOIN site s ON s.id = e.site
  WHERE {{activity_events}} {{activity_events_found}}
  {order} LIMIT :list_rows OFFSET :list_skip
) w
JOIN event e ON e.id = w.id
LEFT JOIN person p ON p.id = e.person
LEFT JOIN site s ON s.id = e.site
-- total:
SELECT COUNT(*) FROM {{activity_seen}} v
STRAIGHT_JOIN event e
LEFT JOIN person p ON p.id = e.person
LEFT JOIN site s ON s.id = e.site
WHERE {{activity_events}} {{activity_events_found}}

-- Of orders what bears on the activity's numbers; the rest is on the order's own page. A role's subject is whose it is: not told of
-- who is protected now.
-- many: changes/change
SELECT c.event, c.number, c.field,
       IF(e.thing = 'grant' AND NOT EXISTS (SELECT 1 FROM person_grant x JOIN person n ON n.id = x.person AND n.protected = 0
                                            WHERE x.id = e.thing_id), NULL, c.subject) AS subject,
       c.old_value, c.new_value
FROM event e
JOIN {{activity_seen}} v
JOIN event_change c ON c.event = e.id
WHERE {{activity_events}} AND (v.inside OR c.field <> 'places_wanted')
  AND (e.thing <> 'order' OR c.field IN ('places', 'places_confirmed', 'reason'))
ORDER BY c.event, c.number
