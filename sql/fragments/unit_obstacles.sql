-- Why students may not be at units with places in their activity: a row (registration, site, unit, obstacle) for each rule that
-- stands between. The hard rules of an allocation, written once: for the automatic run, for rows put by hand, for wishes. It
-- reads two CTEs of the caller's:
--   WITH chosen AS (SELECT r.id, r.activity, r.activity_class, r.person, r.municipality, r.car FROM registration r WHERE …),
--        places AS ({{confirmed_units}} AND o.activity IN (…) GROUP BY o.activity, k.site, k.unit)
--   SELECT … FROM ({{unit_obstacles}}) x
-- Words, also of labels obstacle.<word>: class, requirement, accommodation, interest, employer, earlier, busy, reach, travel.
-- accommodation, interest and employer are needs: for those with the right `allocate` only. A unit that is not in `places`
-- has none, which is not told here.
SELECT c.id AS registration, p.site, p.unit, 'class' AS obstacle
FROM chosen c
JOIN class_closed_unit x ON x.activity_class = c.activity_class
JOIN places p ON p.activity = c.activity AND p.unit = x.unit
UNION ALL
SELECT c.id, p.site, p.unit, 'requirement'
FROM chosen c
JOIN places p ON p.activity = c.activity
WHERE EXISTS (SELECT 1 FROM activity_requirement ar
              WHERE ar.activity = p.activity
                AND NOT EXISTS (SELECT 1 FROM unit_requirement ur WHERE ur.unit = p.unit AND ur.requirement = ar.requirement))
UNION ALL
SELECT DISTINCT c.id, p.site, p.unit, 'accommodation'
FROM chosen c
JOIN registration_requirement rr ON rr.registration = c.id
JOIN places p ON p.activity = c.activity
WHERE NOT EXISTS (SELECT 1 FROM unit_requirement ur WHERE ur.unit = p.unit AND ur.requirement = rr.requirement)
UNION ALL
SELECT DISTINCT c.id, p.site, p.unit, rc.kind
FROM chosen c
JOIN registration_conflict rc ON rc.registration = c.id
JOIN places p ON p.activity = c.activity AND p.site = rc.site AND (rc.unit IS NULL OR rc.unit = p.unit)
UNION ALL
SELECT DISTINCT c.id, p.site, p.unit, 'earlier'
FROM chosen c
JOIN allocation_plan l ON l.activity = c.activity AND l.avoid_earlier = 1
JOIN placement e ON e.person = c.person AND e.registration <> c.id
JOIN places p ON p.activity = c.activity AND p.unit = e.unit
UNION ALL
-- One place a student and period: shared by anybody, or being worked on in another activity of the same institution.
SELECT c.id, p.site, p.unit, 'busy'
FROM chosen c
JOIN activity a ON a.id = c.activity
LEFT JOIN activity_class k ON k.id = c.activity_class
JOIN places p ON p.activity = c.activity
WHERE EXISTS (SELECT 1 FROM placement e
              WHERE e.person = c.person AND e.registration <> c.id
                AND e.starts <= COALESCE(k.ends, a.ends) AND COALESCE(e.ended_on, e.ends) >= COALESCE(k.starts, a.starts))
   OR EXISTS (SELECT 1 FROM registration r
              JOIN allocation b ON b.registration = r.id AND b.unit IS NOT NULL
              JOIN activity ba ON ba.id = r.activity AND ba.institution = a.institution AND ba.cancelled_at IS NULL
              LEFT JOIN activity_class bk ON bk.id = r.activity_class
              WHERE r.person = c.person AND r.id <> c.id AND r.state = 'registered'
                AND COALESCE(bk.starts, ba.starts) <= COALESCE(k.ends, a.ends)
                AND COALESCE(bk.ends, ba.ends) >= COALESCE(k.starts, a.starts))
UNION ALL
SELECT c.id, p.site, p.unit, 'reach'
FROM chosen c
JOIN places p ON p.activity = c.activity AND p.municipality IS NOT NULL
WHERE EXISTS (SELECT 1 FROM registration_reach rr WHERE rr.registration = c.id)
  AND NOT (p.municipality <=> c.municipality)
  AND NOT EXISTS (SELECT 1 FROM registration_reach rr WHERE rr.registration = c.id AND rr.municipality = p.municipality)
UNION ALL
SELECT c.id, p.site, p.unit, 'travel'
FROM chosen c
JOIN allocation_plan l ON l.activity = c.activity AND IF(c.car, l.limit_car_km, l.limit_km) IS NOT NULL
JOIN places p ON p.activity = c.activity
JOIN municipality h ON h.number = c.municipality
JOIN municipality w ON w.number = p.municipality
WHERE {{travel_km}} > IF(c.car, l.limit_car_km, l.limit_km)
