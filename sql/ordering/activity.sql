-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- many: classes/class
SELECT k.id, k.letter, k.starts, k.ends, IF(v.inside, k.places_wanted, NULL) AS places_wanted
FROM activity_class k
JOIN (SELECT va.id, va.institution IN ({{viewer_taught}}) AS inside FROM activity va WHERE va.id = :activity) v
WHERE k.activity = :activity
ORDER BY k.letter

-- many: requirements/requirement
SELECT r.id, {{requirement_name}} AS name
FROM activity_requirement ar JOIN requirement r ON r.id = ar.requirement
WHERE ar.activity = :activity
ORDER BY name

-- Who has not answered, soonest due first: the institution's to chase.
-- many: waiting/order
SELECT o.id, o.site, s.name AS site_name, o.places, o.due_on, {{order_overdue}} AS overdue,
       GREATEST(DATEDIFF(:today, o.due_on), 0) AS days_late
FROM placement_order o JOIN site s ON s.id = o.site
WHERE o.activity = :activity AND o.state = 'sent' AND o.institution IN ({{viewer_institutions}})
ORDER BY o.due_on, o.id LIMIT 5

-- A site's own orders, each with its own answer.
-- many: own/order
SELECT o.id, s.name AS site_name, o.places, {{order_state}} AS state, o.due_on, {{order_overdue}} AS overdue,
       IF(o.state IN ('answered', 'closed'), o.places_confirmed, NULL) AS places_confirmed
FROM placement_order o JOIN site s ON s.id = o.site
WHERE o.activity = :activity AND o.state <> 'draft' AND o.site IN ({{viewer_sites_here}})
ORDER BY s.name, o.id

-- maybe: source
SELECT b.id, b.name, b.term FROM activity a JOIN activity b ON b.id = a.copied_from
WHERE a.id = :activity AND b.institution IN ({{viewer_taught}})
