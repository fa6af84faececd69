-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- Sites with an agreement for the whole period. covered: how many of the activity's requirements some open unit covers;
-- last: what the site confirmed for the same course in the year before.
-- many: sites/site
SELECT s.id, s.name, s.kind, m.municipality_name, v.valid_to, r.required, COALESCE(cov.covered, 0) AS covered,
       e.orders, e.places, l.confirmed AS last_confirmed
FROM (SELECT g.site, MAX(COALESCE(g.valid_to, '9999-12-31')) AS valid_to
      FROM activity a
      JOIN agreement g ON g.institution = a.institution AND g.valid_from <= a.starts
        AND (g.valid_to IS NULL OR g.valid_to >= a.ends)
      WHERE a.id = :activity GROUP BY g.site) v
JOIN site s ON s.id = v.site
JOIN (SELECT COUNT(*) AS required FROM activity_requirement ar WHERE ar.activity = :activity) r
LEFT JOIN (SELECT number, name AS municipality_name FROM municipality) m ON m.number = s.municipality
LEFT JOIN (SELECT u.site, COUNT(DISTINCT ur.requirement) AS covered
           FROM activity a
           JOIN activity_requirement ar ON ar.activity = a.id
           JOIN unit_requirement ur ON ur.requirement = ar.requirement
           JOIN unit u ON u.id = ur.unit AND (u.closed_on IS NULL OR u.closed_on > a.starts)
           WHERE a.id = :activity GROUP BY u.site) cov ON cov.site = s.id
LEFT JOIN (SELECT o.site, COUNT(*) AS orders, SUM(o.places) AS places
           FROM placement_order o WHERE o.activity = :activity AND o.state <> 'withdrawn' GROUP BY o.site) e ON e.site = s.id
LEFT JOIN (SELECT o.site, SUM(o.places_confirmed) AS confirmed
           FROM activity a
           JOIN course_instance ci ON ci.id = a.course_instance
           JOIN course_instance cj ON cj.institution = ci.institution AND cj.course = ci.course
           JOIN activity b ON b.institution = a.institution AND b.course_instance = cj.id
             AND b.starts < a.starts AND b.starts >= a.starts - INTERVAL 13 MONTH
           JOIN placement_order o ON o.institution = b.institution AND o.activity = b.id AND o.answer = 'confirmed'
           WHERE a.id = :activity GROUP BY o.site) l ON l.site = s.id
WHERE :q IS NULL OR s.name LIKE CONCAT('%', :q, '%') OR m.municipality_name LIKE CONCAT('%', :q, '%')
ORDER BY s.name {collate}

-- maybe: search
SELECT :q AS q FROM (SELECT 1) one WHERE :q IS NOT NULL

-- maybe: prefill
SELECT :today + INTERVAL i.answer_days DAY AS due_on
FROM activity a JOIN institution i ON i.id = a.institution WHERE a.id = :activity

-- step: lock_counts
{{lock_counts}}

-- step: lock
{{activity_lock}}

-- step: agreed
SELECT DISTINCT g.site
FROM activity a
JOIN agreement g ON g.institution = a.institution AND g.valid_from <= a.starts
  AND (g.valid_to IS NULL OR g.valid_to >= a.ends)
WHERE a.id = :activity LOCK IN SHARE MODE

-- step: insert
INSERT INTO placement_order (institution, activity, site, places, message, due_on, state, sent_at)
SELECT a.institution, a.id, :site, :order_places, :message, :due_on, IF(:send = 1, 'sent', 'draft'),
       IF(:send = 1, UTC_TIMESTAMP(), NULL)
FROM activity a WHERE a.id = :activity

-- step: recount
{{recount}}
