SELECT o.id, o.places, IF(o.state IN ('answered', 'closed'), o.places_confirmed, NULL) AS places_confirmed,
       o.message, {{order_state}} AS state, o.answer, o.answer_message, o.sent_at, o.due_on, o.answered_at, o.version,
       {{order_overdue}} AS overdue, IF(o.state = 'sent', GREATEST(DATEDIFF(:today, o.due_on), 0), NULL) AS days_late,
       {{order_reminded_on}} AS reminded_on, {{order_escalated_on}} AS escalated_on,
       {{order_reminded_today}} AS reminded_today,
       o.institution, i.name AS institution_name, i.short_name AS institution_short, i.email AS institution_email,
       i.phone AS institution_phone, i.answer_days,
       o.activity, a.name AS activity_name, a.starts, a.ends, a.term, a.cancelled_at, a.ends < :today AS past,
       a.details, ci.code AS instance_code, c.code AS course_code,
       IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS course_name, IF(:lang = 'en', COALESCE(p.name_en, p.name), p.name) AS programme_name,
       o.site, s.name AS site_name, s.email AS site_email, s.phone AS site_phone
FROM placement_order o
JOIN activity a ON a.id = o.activity
JOIN institution i ON i.id = o.institution
JOIN course_instance ci ON ci.id = a.course_instance
JOIN course c ON c.id = ci.course
JOIN programme p ON p.id = c.programme
JOIN site s ON s.id = o.site
