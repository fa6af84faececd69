-- A student's wishes: by themselves while the institution asks for them, by the institution for them.
-- one: registration
{{registration_head}}

-- own: it is the viewer's; open: wishes may be handed in today.
-- one: plan
SELECT x.person = :viewer AS own, n.wishes_from, n.wishes_to, n.wishes_most, n.objective, n.avoid_earlier, n.limit_km, n.limit_car_km,
       x.wishes_at, DATEDIFF(n.wishes_to, :today) AS days_left,
       {{wishes_stage}} AS stage,
       x.car, m.name AS home, n.shares > 0 AS shared,
       (SELECT COUNT(*) FROM registration_reach h WHERE h.registration = x.id) AS reaches
FROM registration x
JOIN allocation_plan n ON n.activity = x.activity
LEFT JOIN municipality m ON m.number = x.municipality
WHERE x.id = :registration

-- One row a wish that may be made.
-- many: ranks/rank
WITH RECURSIVE rank_number (number) AS (
  SELECT 1 UNION ALL
  SELECT number + 1 FROM rank_number
  WHERE number < (SELECT GREATEST(n.wishes_most, (SELECT COUNT(*) FROM wish w WHERE w.registration = x.id))
                  FROM registration x JOIN allocation_plan n ON n.activity = x.activity WHERE x.id = :registration)
)
SELECT number FROM rank_number

-- The nearest sites first, each with its units; without a home by name. shown: found by what was searched for; covers: requirements.
-- many: units/unit
WITH {{wish_units}}
SELECT u.id, u.name, v.name AS above, u.site, s.name AS site_name, s.kind, w.name AS municipality, COALESCE(u.address, s.address) AS address,
       u.profile, s.profile AS site_profile, o.places, {{travel_km}} AS km, o.bars,
       IF((SELECT a.institution FROM activity a JOIN chosen c ON a.id = c.activity) IN ({{viewer_planned}}), o.needs, NULL) AS needs,
       {if q}
       CONCAT_WS(' ', u.name, v.name, s.name, w.name, COALESCE(u.address, s.address)) LIKE CONCAT('%', :q, '%') AS shown,
       {end}
       {unless q} 1 AS shown, {end}
       (SELECT GROUP_CONCAT({{requirement_name}} ORDER BY {{requirement_name}} SEPARATOR ', ')
        FROM unit_requirement ur JOIN requirement r ON r.id = ur.requirement WHERE ur.unit = o.unit) AS covers
FROM wishable o
JOIN unit u ON u.id = o.unit
LEFT JOIN unit v ON v.id = u.parent
JOIN site s ON s.id = o.site
LEFT JOIN municipality w ON w.number = o.municipality
LEFT JOIN chosen c ON TRUE
LEFT JOIN municipality h ON h.number = c.municipality
ORDER BY COALESCE(MIN({{travel_km}}) OVER (PARTITION BY u.site), 100000), s.name {collate}, u.site, u.name {collate}, u.id

-- What is handed in; some may no longer be among the units.
-- many: wishes/wish
SELECT w.number, w.unit, u.name, s.name AS site_name
FROM wish w
JOIN unit u ON u.id = w.unit
JOIN site s ON s.id = w.site
WHERE w.registration = :registration
ORDER BY w.number

-- maybe: search
SELECT :q AS q FROM (SELECT 1) one WHERE :q IS NOT NULL

-- maybe: prefill
SELECT x.version FROM registration x WHERE x.id = :registration

-- many: prefill_each/prefill
SELECT 'wish' AS field, w.number AS `key`, w.unit AS value FROM wish w WHERE w.registration = :registration

-- step: find
SELECT x.activity FROM registration x WHERE x.id = :registration

-- step: lock_plan
{{plan_lock}}

-- shut: why the student may not now; the institution may until the activity is over.
-- step: lock
SELECT 'registration' AS thing, x.id, x.version, x.state, x.wishes_at,
       CASE WHEN x.person <> :viewer THEN NULL
            WHEN n.wishes_from IS NULL OR n.wishes_from > CAST(:today AS DATE) THEN 'error.wishes_not_open'
            WHEN n.wishes_to < CAST(:today AS DATE) THEN 'error.wishes_over' END AS shut
FROM registration x JOIN allocation_plan n ON n.activity = x.activity
WHERE x.id = :registration FOR UPDATE

-- step: open_units
WITH {{wish_units}}
SELECT o.unit, o.site, o.bars, u.name FROM wishable o JOIN unit u ON u.id = o.unit

-- step: before
SELECT w.number, w.unit, u.name FROM wish w JOIN unit u ON u.id = w.unit WHERE w.registration = :registration ORDER BY w.number

-- step: clear
DELETE FROM wish WHERE registration = :registration

-- step: insert
INSERT INTO wish (registration, number, site, unit) VALUES (:registration, :number, :site, :unit)

-- step: hand_in
UPDATE registration SET wishes_at = UTC_TIMESTAMP(), version = version + 1 WHERE id = :registration

-- step: touch
{{plan_touch}}

-- Who has handed in needs no longer be asked.
-- step: read
UPDATE notice t
JOIN event e ON e.id = t.event AND e.thing = 'plan' AND e.thing_id = :activity
JOIN registration x ON x.id = :registration AND x.person = t.person
SET t.read_at = UTC_TIMESTAMP()
WHERE t.read_at IS NULL AND t.kind IN ('wishes_open', 'wishes_reminder')
