SELECT a.id, a.name, a.starts, a.ends, a.term, DATEDIFF(a.ends, a.starts) + 1 AS days, a.details, a.cancelled_at,
       a.cancel_reason, a.version, a.institution, i.name AS institution_name, i.short_name AS institution_short,
       i.email AS institution_email, i.phone AS institution_phone, i.answer_days,
       ci.id AS instance, ci.code AS instance_code, c.id AS course, c.code AS course_code,
       IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS course_name,
       p.id AS programme, IF(:lang = 'en', COALESCE(p.name_en, p.name), p.name) AS programme_name, v.inside,
       CASE WHEN v.inside THEN {{activity_status}} ELSE {{own_status}} END AS status,
       IF(v.inside, a.places_wanted, NULL) AS places_wanted, IF(v.inside, n.orders, NULL) AS orders,
       IF(v.inside, n.orders_draft, NULL) AS orders_draft, IF(v.inside, n.orders_unanswered, NULL) AS orders_unanswered,
       IF(v.inside, n.places_ordered, NULL) AS places_ordered, IF(v.inside, n.places_answered, NULL) AS places_answered,
       IF(v.inside, n.places_confirmed, NULL) AS places_confirmed,
       w.orders AS own_orders, w.unanswered AS own_unanswered, w.asked AS own_asked, w.confirmed AS own_confirmed
FROM activity a
JOIN activity_count n ON n.activity = a.id
JOIN institution i ON i.id = a.institution
JOIN course_instance ci ON ci.id = a.course_instance
JOIN course c ON c.id = ci.course
JOIN programme p ON p.id = c.programme
JOIN (SELECT va.id, va.institution IN ({{viewer_taught}}) AS inside FROM activity va) v ON v.id = a.id
{if viewer_site_side} LEFT JOIN ({{own_orders}}) w ON w.activity = a.id {end}
{unless viewer_site_side}
JOIN (SELECT NULL AS activity, NULL AS orders, NULL AS unanswered, NULL AS asked, NULL AS confirmed) w
{end}
