-- Students of an activity and where each is put, to be changed row by row.

-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- maybe: workbench
{{allocation_workbench}}

-- The page's students are found first. wishes: units, best first. rank: which wish they got. parted: not all of their group are
-- at one unit. shared: where they are as it was shared, when that differs.
-- list: students/student
-- columns: student, class, municipality, unit, site, rank, km, locked
-- sort: student p.sorted_{alphabet}, r.id; class k.letter, p.sorted_{alphabet}, r.id; unit u.name, s.name, p.sorted_{alphabet}, r.id; rank h.number, p.sorted_{alphabet}, r.id
SELECT r.id, p.name AS student, k.letter AS class, hm.name AS municipality, r.car, r.wishes_at, u.id AS unit_id,
       u.name AS unit, s.name AS site, COALESCE(w.version, 0) AS row_version, w.locked, g.kind AS group_kind, r.allocation_group,
       h.number AS rank, {{km_between}} AS km,
       (SELECT GROUP_CONCAT(x.unit ORDER BY x.number SEPARATOR ' ') FROM wish x WHERE x.registration = r.id) AS wishes,
       IF(r.allocation_group IS NOT NULL AND EXISTS (SELECT 1 FROM registration r2 LEFT JOIN allocation w2 ON w2.registration = r2.id
            WHERE r2.activity = r.activity AND r2.allocation_group = r.allocation_group AND r2.state = 'registered'
              AND NOT (w2.unit <=> w.unit)), 1, NULL) AS parted,
       IF(c.id IS NOT NULL AND NOT c.unit <=> w.unit, CONCAT(cu.name, ' – ', cs.name), NULL) AS shared
FROM (
  SELECT r.id
  FROM {{board_choice}}
  {order} LIMIT :list_rows OFFSET :list_skip
) v
JOIN registration r ON r.id = v.id
{{board_row}}
LEFT JOIN placement c ON c.registration = r.id AND c.ended_on IS NULL
LEFT JOIN unit cu ON cu.id = c.unit
LEFT JOIN site cs ON cs.id = c.site
-- total:
SELECT COUNT(*) FROM {{board_choice}}

-- Every unit with places, and what remains of them.
-- many: units/unit
SELECT u.id, u.name, s.name AS site, CONCAT(s.name, ' – ', u.name) AS both_names, t.places, t.taken, t.remaining
FROM ({{units_taken}}) t
JOIN unit u ON u.id = t.unit
JOIN site s ON s.id = t.site
ORDER BY s.name {collate}, u.name {collate}, u.id

-- many: classes/class
SELECT k.id, k.letter AS name FROM activity_class k WHERE k.activity = :activity ORDER BY k.letter

-- A row that one moves stays where one puts it.
-- maybe: prefill
SELECT 1 AS `lock`, p.version FROM allocation_plan p WHERE p.activity = :activity

-- step: lock_plan
{{plan_lock}}

-- step: rows
{{placing_rows}}

-- step: obstacles
{{placing_obstacles}}

-- step: place
{{placing_place}}

-- step: lock_row
UPDATE allocation SET locked = :locked, version = version + 1 WHERE registration = :registration

-- step: full
{{placing_full}}

-- step: touch
{{plan_touch}}

-- step: words
{{placing_words}}
