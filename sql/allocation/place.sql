-- One student and every unit with places: what speaks for each, and what stands between.

-- one: student
SELECT r.id, r.activity, p.name, k.letter AS class, hm.name AS municipality, r.car, r.wishes_at, u.id AS unit_id, u.name AS unit,
       s.name AS site, w.locked, h.number AS rank, {{km_between}} AS km, g.kind AS group_kind
FROM registration r
{{board_row}}
WHERE r.id = :registration

-- one: activity
{{activity_head}}
JOIN registration r ON r.activity = a.id
WHERE r.id = :registration

-- Who goes with them.
-- many: companions/companion
SELECT r.id, p.name, u.name AS unit, s.name AS site
FROM registration m
JOIN registration r ON r.activity = m.activity AND r.allocation_group = m.allocation_group AND r.id <> m.id AND r.state = 'registered'
JOIN person p ON p.id = r.person
LEFT JOIN allocation w ON w.registration = r.id
LEFT JOIN unit u ON u.id = w.unit
LEFT JOIN site s ON s.id = w.site
WHERE m.id = :registration
ORDER BY p.sorted_{alphabet}, r.id

-- Wishes first, then the nearest. obstacles: words with a space between.
-- list: units/unit
-- columns: unit, site, municipality, rank, km, remaining, obstacles
-- sort: rank COALESCE(h.number, 255), km, s.name {collate}, u.name {collate}, u.id; unit u.name {collate}, u.id; site s.name {collate}, u.id; km km, u.id; -remaining t.remaining, u.id
WITH chosen AS (SELECT r.id, r.activity, r.activity_class, r.person, r.municipality, r.car FROM registration r WHERE r.id = :registration),
     places AS ({{confirmed_units}} AND o.activity = (SELECT c.activity FROM chosen c) GROUP BY o.activity, k.site, k.unit),
     hindered AS (SELECT x.unit, GROUP_CONCAT(DISTINCT x.obstacle SEPARATOR ' ') AS obstacles FROM ({{unit_obstacles}}) x GROUP BY x.unit),
     taken AS (SELECT w.unit, COUNT(*) AS taken, MAX(w.registration = :registration) AS here
               FROM chosen c
               JOIN allocation w ON w.activity = c.activity AND w.unit IS NOT NULL
               JOIN registration r ON r.id = w.registration AND r.state = 'registered'
               GROUP BY w.unit)
SELECT u.id, u.name AS unit, s.id AS site_id, s.name AS site, wm.name AS municipality, h.number AS rank, t.km, t.places, t.taken,
       t.remaining, t.here, t.obstacles
FROM (
  SELECT p.unit, p.site, p.municipality, p.places, COALESCE(n.taken, 0) AS taken, p.places - COALESCE(n.taken, 0) AS remaining,
         NULLIF(n.here, 0) AS here, x.obstacles,
         (SELECT {{travel_km}} FROM chosen c JOIN municipality h ON h.number = c.municipality
          JOIN municipality w ON w.number = p.municipality) AS km
  FROM places p
  LEFT JOIN taken n ON n.unit = p.unit
  LEFT JOIN hindered x ON x.unit = p.unit
) t
JOIN unit u ON u.id = t.unit
JOIN site s ON s.id = t.site
LEFT JOIN municipality wm ON wm.number = t.municipality
LEFT JOIN wish h ON h.registration = :registration AND h.unit = t.unit
WHERE TRUE
  {if q} AND (u.name LIKE CONCAT('%', :q, '%') OR s.name LIKE CONCAT('%', :q, '%') OR wm.name LIKE CONCAT('%', :q, '%')) {end}
  {if state} AND CASE :state WHEN 'possible' THEN t.obstacles IS NULL AND (t.remaining > 0 OR t.here)
                             WHEN 'free' THEN t.remaining > 0
                             WHEN 'wished' THEN h.number IS NOT NULL ELSE FALSE END {end}

-- maybe: prefill
SELECT w.unit AS at, 1 AS `lock`, 1 AS together, r.version AS registration_version, COALESCE(w.version, 0) AS row_version
FROM registration r LEFT JOIN allocation w ON w.registration = r.id WHERE r.id = :registration

-- step: belongs
SELECT r.activity FROM registration r WHERE r.id = :registration

-- step: lock_plan
{{plan_lock}}

-- Those who go with them.
-- step: followers
SELECT r.id, COALESCE(w.version, 0) AS version
FROM registration m
JOIN registration r ON r.activity = m.activity AND r.allocation_group = m.allocation_group AND r.id <> m.id AND r.state = 'registered'
LEFT JOIN allocation w ON w.registration = r.id
WHERE m.id = :registration
FOR UPDATE

-- step: rows
{{placing_rows}}

-- step: obstacles
{{placing_obstacles}}

-- step: place
{{placing_place}}

-- step: full
{{placing_full}}

-- step: touch
{{plan_touch}}

-- step: words
{{placing_words}}
