-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- maybe: contents
SELECT (SELECT COUNT(*) FROM activity_class k WHERE k.activity = :activity) AS classes,
       (SELECT COUNT(*) FROM activity_requirement ar WHERE ar.activity = :activity) AS requirements,
       (SELECT COUNT(*) FROM placement_order o
        WHERE o.activity = :activity AND o.state IN ('sent', 'answered', 'closed')) AS orders

-- many: instances/instance
SELECT ci.id, CONCAT(c.code, ' ', c.name, ' – ', ci.code) AS name
FROM activity a
JOIN course_instance ci ON ci.institution = a.institution
JOIN course c ON c.id = ci.course
WHERE a.id = :activity AND (ci.ends >= :today OR ci.id = a.course_instance)
ORDER BY c.code, ci.starts, ci.id

-- The course's next instance and the period moved as far in whole weeks; a year on when there is none.
-- maybe: prefill
SELECT COALESCE(x.id, a.course_instance) AS instance, a.name, a.places_wanted,
       a.starts + INTERVAL COALESCE(ROUND(DATEDIFF(x.starts, ci.starts) / 7), 52) WEEK AS starts,
       a.ends + INTERVAL COALESCE(ROUND(DATEDIFF(x.starts, ci.starts) / 7), 52) WEEK AS ends,
       1 AS copy_classes, 1 AS copy_requirements, 1 AS copy_orders
FROM activity a
JOIN course_instance ci ON ci.id = a.course_instance
LEFT JOIN course_instance x ON x.id = (SELECT y.id FROM course_instance y
                                       WHERE y.institution = a.institution AND y.course = ci.course
                                         AND y.starts > ci.starts AND y.ends >= :today
                                       ORDER BY y.starts, y.id LIMIT 1)
WHERE a.id = :activity

-- step: source
SELECT a.id, a.institution, a.starts, a.ends, a.details,
       (SELECT COALESCE(SUM(k.places_wanted), 0) FROM activity_class k WHERE k.activity = a.id) AS class_places
FROM activity a WHERE a.id = :activity

-- step: instance
SELECT ci.id FROM course_instance ci
WHERE ci.id = :instance AND ci.institution = (SELECT a.institution FROM activity a WHERE a.id = :activity)

-- step: insert
INSERT INTO activity (institution, course_instance, name, starts, ends, places_wanted, details, copied_from)
SELECT a.institution, :instance, :name, :starts, :ends, :places_wanted, a.details, a.id
FROM activity a WHERE a.id = :activity

-- step: insert_count
INSERT INTO activity_count (activity) VALUES (:copy)

-- How it allocates is kept; its window for wishes is of its own days.
-- step: insert_plan
INSERT INTO allocation_plan (activity, institution, wishes_most, reminder_days, objective, avoid_earlier, limit_km, limit_car_km)
SELECT :copy, p.institution, p.wishes_most, p.reminder_days, p.objective, p.avoid_earlier, p.limit_km, p.limit_car_km
FROM allocation_plan p WHERE p.activity = :activity

-- A class keeps its distance from the start; one that would stick out is cut to the new period.
-- step: copy_classes
INSERT INTO activity_class (activity, letter, starts, ends, places_wanted)
SELECT :copy, k.letter, LEAST(k.starts + INTERVAL DATEDIFF(:starts, a.starts) DAY, :ends),
       LEAST(GREATEST(k.ends + INTERVAL DATEDIFF(:starts, a.starts) DAY, :starts), :ends), k.places_wanted
FROM activity a JOIN activity_class k ON k.activity = a.id
WHERE a.id = :activity

-- step: copy_requirements
INSERT INTO activity_requirement (activity, requirement)
SELECT :copy, ar.requirement FROM activity_requirement ar WHERE ar.activity = :activity

-- step: copy_orders
INSERT INTO placement_order (institution, activity, site, places, message)
SELECT o.institution, :copy, o.site, o.places, o.message
FROM placement_order o
WHERE o.activity = :activity AND o.state IN ('sent', 'answered', 'closed')
  AND EXISTS (SELECT 1 FROM agreement g
              WHERE g.institution = o.institution AND g.site = o.site
                AND g.valid_from <= :starts AND (g.valid_to IS NULL OR g.valid_to >= :ends))
ORDER BY o.id

-- step: drafts
SELECT o.id, o.places FROM placement_order o WHERE o.activity = :copy ORDER BY o.id

-- step: recount
UPDATE activity_count n
JOIN (SELECT COUNT(*) AS drafts FROM placement_order o WHERE o.activity = :copy) t
SET n.orders_draft = t.drafts
WHERE n.activity = :copy

-- step: occurrences
INSERT INTO occurrence (activity, letter, institution, name, term, starts, ends, places_wanted)
SELECT a.id, COALESCE(c.letter, ''), a.institution, a.name, a.term, COALESCE(c.starts, a.starts),
       COALESCE(c.ends, a.ends), COALESCE(c.places_wanted, a.places_wanted)
FROM activity a LEFT JOIN activity_class c ON c.activity = a.id
WHERE a.id = :copy
