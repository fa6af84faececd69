-- The institution's people see all, its lecturers all but orders; a site its own orders and what happened to the activity
-- itself, no numbers.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- list: history/event
-- columns: at, event, person, site
-- sort: -at e.id
SELECT e.id, e.at, e.kind, e.kind AS event, e.thing, e.thing_id, p.name AS person_name, p.name AS person, s.name AS site
FROM event e
JOIN (SELECT va.id, va.institution IN ({{viewer_taught}}) AS inside FROM activity va WHERE va.id = :activity) v
LEFT JOIN person p ON p.id = e.person
LEFT JOIN site s ON s.id = e.site
WHERE {{activity_events}}
  AND (:q IS NULL OR p.name LIKE CONCAT('%', :q, '%') OR s.name LIKE CONCAT('%', :q, '%'))

-- Of orders what bears on the activity's numbers; the rest is on the order's own page.
-- many: changes/change
SELECT c.event, c.number, c.field, c.subject, c.old_value, c.new_value
FROM event e
JOIN (SELECT va.id, va.institution IN ({{viewer_taught}}) AS inside FROM activity va WHERE va.id = :activity) v
JOIN event_change c ON c.event = e.id
WHERE {{activity_events}} AND (v.inside OR c.field <> 'places_wanted')
  AND (e.thing <> 'order' OR c.field IN ('places', 'places_confirmed', 'reason'))
ORDER BY c.event, c.number
