-- An automatic run (fcgi/jobs/allocate*.c): what it reads, in one snapshot, and what it writes, in one transaction.
-- Everywhere: :proposal :activity :viewer :lang :today :now. Numbers are ids; what has an order is read in it, so that the same
-- state is the same instance.

-- step: proposal
SELECT x.id, x.activity, x.institution, x.number, x.state, x.objective, MD5(CONCAT('proposal ', x.id)) AS request
FROM proposal x WHERE x.id = :proposal

-- step: lock
SELECT x.id, x.state FROM proposal x WHERE x.id = :proposal FOR UPDATE

-- step: may
-- Whoever asked may have lost the place meanwhile, or the account.
SELECT g.id FROM proposal x JOIN person_grant g ON {{granted}} AND g.activity IS NULL
  AND g.role = 'placement_administrator' AND g.institution = x.institution
JOIN account a ON a.person = g.person AND a.closed = 0
WHERE x.id = :proposal LIMIT 1

-- step: plan
SELECT l.avoid_earlier, l.limit_km, l.limit_car_km, l.shares > 0 AS shared FROM allocation_plan l WHERE l.activity = :activity

-- step: units
-- Those with places, and those where a row is locked nevertheless.
SELECT q.unit, q.site, q.places, CAST(q.municipality AS UNSIGNED) AS municipality
FROM ({{confirmed_units}} AND o.activity = :activity GROUP BY o.activity, k.site, k.unit) q
UNION ALL
SELECT b.unit, b.site, 0, CAST(COALESCE(u.municipality, s.municipality) AS UNSIGNED)
FROM allocation b
JOIN unit u ON u.id = b.unit
JOIN site s ON s.id = b.site
JOIN registration r ON r.id = b.registration AND r.state = 'registered'
WHERE b.activity = :activity AND b.locked = 1
  AND b.unit NOT IN (SELECT q.unit FROM ({{confirmed_units}} AND o.activity = :activity GROUP BY o.activity, k.site, k.unit) q)
GROUP BY b.unit, b.site, u.municipality, s.municipality
ORDER BY unit

-- step: students
SELECT r.id, r.version, r.car, COALESCE(r.allocation_group, 0) AS allocation_group,
  COALESCE(CAST(r.municipality AS UNSIGNED), 0) AS municipality, b.unit, b.site, COALESCE(b.locked, 0) AS locked,
  p.unit AS shared_unit, p.site AS shared_site
FROM registration r
LEFT JOIN allocation b ON b.registration = r.id
LEFT JOIN placement p ON p.registration = r.id AND p.ended_on IS NULL
WHERE r.activity = :activity AND r.state = 'registered'
ORDER BY r.id

-- step: wishes
SELECT h.registration, h.number, h.unit, h.site
FROM registration r JOIN wish h ON h.registration = r.id
WHERE r.activity = :activity AND r.state = 'registered'
ORDER BY h.registration, h.number

-- step: obstacles
WITH chosen AS (SELECT r.id, r.activity, r.activity_class, r.person, r.municipality, r.car
                FROM registration r WHERE r.activity = :activity AND r.state = 'registered'),
     places AS ({{confirmed_units}} AND o.activity = :activity GROUP BY o.activity, k.site, k.unit)
SELECT x.registration, x.unit, x.obstacle FROM ({{unit_obstacles}}) x

-- step: municipalities
-- Where students live and units are.
SELECT CAST(m.number AS UNSIGNED) AS number, m.latitude, m.longitude
FROM municipality m
WHERE m.latitude IS NOT NULL AND m.longitude IS NOT NULL
ORDER BY m.number

-- step: unit
INSERT INTO proposal_unit (proposal, site, unit, places, used) VALUES (:proposal, :site, :unit, :places, :used)

-- step: student
INSERT INTO proposal_student (proposal, registration, site, unit, wish, wishes, km, units, registration_version, old_site, old_unit,
  old_locked, shared_site, shared_unit)
VALUES (:proposal, :registration, :site, :unit, :wish, :wishes, :km, :units, :registration_version, :old_site, :old_unit,
  :old_locked, :shared_site, :shared_unit)

-- step: wish
INSERT INTO proposal_wish (proposal, registration, number, site, unit, why, obstacles, others, rank_up, rank_down, lose, unplaced,
  changes, km, even)
VALUES (:proposal, :registration, :number, :site, :unit, :why, :obstacles, :others, :rank_up, :rank_down, :lose, :unplaced,
  :changes, :km, :even)

-- step: chain
INSERT INTO proposal_step (proposal, registration, wish, number, mover, old_site, old_unit, old_wish, new_site, new_unit, new_wish)
VALUES (:proposal, :registration, :wish, :number, :mover, :old_site, :old_unit, :old_wish, :new_site, :new_unit, :new_wish)

-- step: shortage
INSERT INTO proposal_shortage (proposal, number, students, locked, units, places, missing)
VALUES (:proposal, :number, :students, :locked, :units, :places, :missing)

-- step: shortage_student
INSERT INTO proposal_shortage_student (proposal, number, registration) VALUES (:proposal, :number, :registration)

-- step: shortage_unit
INSERT INTO proposal_shortage_unit (proposal, number, site, unit, mends) VALUES (:proposal, :number, :site, :unit, :mends)

-- step: remedy
INSERT INTO proposal_remedy (proposal, number, registration, site, unit, position, obstacles)
VALUES (:proposal, :number, :registration, :site, :unit, :position, :obstacles)

-- step: rule
INSERT INTO proposal_rule (proposal, rule, students) VALUES (:proposal, :rule, :students)

-- step: ready
UPDATE proposal SET state = 'ready', avoid_earlier = :avoid_earlier, limit_km = :limit_km, limit_car_km = :limit_car_km,
  shared = :shared, input = :input, result = :result, students = :students, places = :places, placed = :placed, locked = :locked,
  pairs = :pairs, groups_together = :groups_together, groups_apart = :groups_apart, proof = :proof, placed_most = :placed_most,
  gap = :gap, gap_in = :gap_in, swaps = :swaps, exchange = :exchange, left_over = :left_over, milliseconds = :milliseconds,
  found_at = UTC_TIMESTAMP(), version = version + 1
WHERE id = :proposal
