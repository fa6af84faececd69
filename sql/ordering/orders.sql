-- Both sides' list: the institution's staff see their own orders, a site those it was sent.
-- list: orders/order
-- columns: activity, institution, site, state, places, places_confirmed, starts, ends, sent_at, due_on, answered_at
-- sort: -sent_at o.sent_at, o.id; activity a.name {collate}, o.id; institution i.name {collate}, o.id; site s.name {collate}, o.id; state state, o.id; places o.places, o.id; places_confirmed o.places_confirmed, o.id; starts a.starts, o.id; due_on o.due_on, o.id; answered_at o.answered_at, o.id
SELECT o.id, o.activity AS activity_id, a.name AS activity, a.starts, a.ends, a.term, o.site AS site_id, s.name AS site,
       i.name AS institution, i.short_name AS institution_short, {{order_state}} AS state, o.places,
       IF(o.state IN ('answered', 'closed'), o.places_confirmed, NULL) AS places_confirmed, DATE(o.sent_at) AS sent_at, o.due_on,
       DATE(o.answered_at) AS answered_at, {{order_overdue}} AS overdue,
       IF(o.state = 'sent', GREATEST(DATEDIFF(:today, o.due_on), 0), NULL) AS days_late
FROM ({{visible_orders}}) v
JOIN placement_order o ON o.id = v.id
JOIN activity a ON a.id = o.activity
JOIN institution i ON i.id = o.institution
JOIN site s ON s.id = o.site
WHERE {{orders_filter}}
-- total:
SELECT COUNT(*)
FROM ({{visible_orders}}) v
JOIN placement_order o ON o.id = v.id
JOIN activity a ON a.id = o.activity
JOIN site s ON s.id = o.site
WHERE {{orders_filter}}

-- many: terms/term
SELECT DISTINCT a.term FROM ({{visible_orders}}) v
JOIN placement_order o ON o.id = v.id JOIN activity a ON a.id = o.activity
ORDER BY a.term DESC

-- What there is to choose among, when it is more than one.
-- many: institutions/institution
SELECT i.id, i.name FROM institution i
WHERE i.id IN ({{viewer_institutions}})
   OR i.id IN (SELECT o.institution FROM placement_order o WHERE o.state <> 'draft' AND o.site IN ({{viewer_sites}}))
ORDER BY i.name {collate}

-- many: sites/site
SELECT s.id, s.name FROM site s
WHERE s.id IN ({{viewer_sites}})
   OR s.id IN (SELECT o.site FROM placement_order o WHERE o.institution IN ({{viewer_institutions}}))
ORDER BY s.name {collate}
