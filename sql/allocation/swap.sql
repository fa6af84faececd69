-- One student who is placed, and with whom they could swap.

-- one: student
SELECT r.id, r.activity, p.name, k.letter AS class, r.wishes_at, u.id AS unit_id, u.name AS unit, s.name AS site, w.locked, h.number AS rank
FROM registration r
{{board_row}}
WHERE r.id = :registration

-- one: activity
{{activity_head}}
JOIN registration r ON r.activity = a.id
WHERE r.id = :registration

-- there: which wish of theirs the student's unit is; here: which wish of the student's their unit is. obstacles: of either, words
-- with a space between; who may not swap comes last.
-- list: students/student
-- columns: student, class, unit, site, rank, there, here, obstacles
-- sort: here t.hindered, COALESCE(t.here, 255), COALESCE(t.there, 255), t.sorted, t.id; student t.sorted, t.id; unit t.unit, t.sorted, t.id
SELECT t.id, t.student, t.class, t.unit_id, t.unit, t.site, t.rank, t.there, t.here, t.obstacles
FROM (
  SELECT r.id, p.name AS student, p.sorted_{alphabet} AS sorted, k.letter AS class, u.id AS unit_id, u.name AS unit, s.name AS site,
         h.number AS rank, x.number AS there, y.number AS here,
         NULLIF(CONCAT_WS(' ', mine.obstacles, theirs.obstacles), '') AS obstacles,
         mine.obstacles IS NOT NULL OR theirs.obstacles IS NOT NULL AS hindered
  FROM (SELECT w.registration AS id, w.activity, w.unit FROM allocation w WHERE w.registration = :registration AND w.unit IS NOT NULL) m
  JOIN registration r ON r.activity = m.activity AND r.id <> m.id AND r.state = 'registered'
  {{board_row}}
  LEFT JOIN wish x ON x.registration = r.id AND x.unit = m.unit
  LEFT JOIN wish y ON y.registration = m.id AND y.unit = w.unit
  LEFT JOIN (
    WITH chosen AS (SELECT r.id, r.activity, r.activity_class, r.person, r.municipality, r.car FROM registration r WHERE r.id = :registration),
         places AS ({{confirmed_units}} AND o.activity = (SELECT c.activity FROM chosen c) GROUP BY o.activity, k.site, k.unit)
    SELECT x.unit, GROUP_CONCAT(DISTINCT x.obstacle SEPARATOR ' ') AS obstacles FROM ({{unit_obstacles}}) x GROUP BY x.unit
  ) mine ON mine.unit = w.unit
  LEFT JOIN (
    WITH chosen AS (SELECT r.id, r.activity, r.activity_class, r.person, r.municipality, r.car
                    FROM allocation m JOIN registration r ON r.activity = m.activity AND r.id <> m.registration AND r.state = 'registered'
                    WHERE m.registration = :registration),
         places AS ({{confirmed_units}} AND o.activity = (SELECT m.activity FROM allocation m WHERE m.registration = :registration)
                      AND k.unit = (SELECT m.unit FROM allocation m WHERE m.registration = :registration)
                    GROUP BY o.activity, k.site, k.unit)
    SELECT x.registration, GROUP_CONCAT(DISTINCT x.obstacle SEPARATOR ' ') AS obstacles FROM ({{unit_obstacles}}) x GROUP BY x.registration
  ) theirs ON theirs.registration = r.id
  WHERE w.unit <> m.unit
    {if unit} AND w.unit = :unit {end}
    {if q} AND (p.name LIKE CONCAT('%', :q, '%') OR u.name LIKE CONCAT('%', :q, '%') OR s.name LIKE CONCAT('%', :q, '%')) {end}
) t

-- maybe: prefill
SELECT 1 AS `lock` FROM (SELECT 1) one

-- step: belongs
SELECT r.activity FROM registration r WHERE r.id = :registration

-- step: lock_plan
{{plan_lock}}

-- step: rows
{{placing_rows}}

-- step: obstacles
{{placing_obstacles}}

-- step: place
{{placing_place}}

-- step: words
{{placing_words}}

-- step: full
{{placing_full}}

-- step: touch
{{plan_touch}}
