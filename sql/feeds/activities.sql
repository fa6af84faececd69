-- Activities with their classes, and the orders that were sent with what was answered. A site reads its own orders, and not how many places
-- the institution wants in all.
-- one: page
SELECT l.id AS last, EXISTS (SELECT 1 {{feed_activities}} AND x.id > l.id) AS more
FROM (SELECT (SELECT x.id {{feed_activities}} AND x.id > :after ORDER BY x.id LIMIT 1 OFFSET :skip) AS id) l

-- many: activities/activity
SELECT x.id, x.institution, x.course_instance, ci.code AS instance_code, c.code AS course_code, c.name AS course_name, pr.code AS programme_code, x.name,
       x.starts, x.ends, x.term, IF(x.institution = :partner_institution, x.places_wanted, NULL) AS places_wanted, x.cancelled_at, x.version
FROM (SELECT x.id {{feed_activities}} AND x.id > :after AND x.id <= :last {if since} AND ({{feed_activity_since}}) {end}) f
JOIN activity x ON x.id = f.id
JOIN course_instance ci ON ci.id = x.course_instance
JOIN course c ON c.id = ci.course
JOIN programme pr ON pr.id = c.programme
ORDER BY x.id

-- many: classes/class
SELECT k.id, k.activity, k.letter, k.starts, k.ends, IF(:partner_institution IS NULL, NULL, k.places_wanted) AS places_wanted, k.version
FROM (SELECT x.id {{feed_activities}} AND x.id > :after AND x.id <= :last) f
JOIN activity_class k ON k.activity = f.id
WHERE TRUE {if since} AND k.row_start >= :since {end}
ORDER BY k.activity, k.letter

-- many: orders/order
SELECT fo.id, fo.activity, fo.institution, fo.site, fo.places, fo.state, fo.answer,
       IF(fo.answer IS NULL, NULL, fo.places_confirmed) AS places_confirmed, fo.sent_at, fo.due_on, fo.answered_at, fo.version
FROM (SELECT x.id {{feed_activities}} AND x.id > :after AND x.id <= :last) f
JOIN placement_order fo ON fo.activity = f.id
WHERE {{feed_order}} {if since} AND fo.row_start >= :since {end}
ORDER BY fo.activity, fo.id

-- All of an order's whenever the order is there.
-- many: capacities/capacity
SELECT q.placement_order AS `order`, q.site, q.unit, q.places
FROM (SELECT x.id {{feed_activities}} AND x.id > :after AND x.id <= :last) f
JOIN placement_order fo ON fo.activity = f.id
JOIN capacity q ON q.placement_order = fo.id
WHERE {{feed_order}} AND fo.answer IS NOT NULL AND q.places > 0 {if since} AND fo.row_start >= :since {end}
ORDER BY fo.activity, fo.id, q.unit

-- many: removed/thing
{if since}
SELECT DISTINCT 'class' AS kind, h.id
FROM activity_class FOR SYSTEM_TIME ALL h
JOIN activity x ON x.id = h.activity
WHERE h.activity > :after AND h.activity <= :last AND h.row_end >= :since AND NOT EXISTS (SELECT 1 FROM activity_class k WHERE k.id = h.id)
  AND (x.institution = :partner_institution
       OR EXISTS (SELECT 1 FROM placement_order fo WHERE fo.activity = x.id AND fo.site = :partner_site AND fo.state <> 'draft'))
ORDER BY h.id
{end}
{unless since} {{feed_none}} {end}
