-- one: order
{{order_head}}
WHERE o.id = :order

-- The site's units that take students when the activity starts, as the tree reads (the path: fragment unit_tree).
-- many: units/unit
WITH RECURSIVE tree (id, site, name, depth, path, above, starts, closed_on) AS (
  SELECT u.id, u.site, u.name, 0, CAST(CONCAT(u.name, CHAR(9)) AS CHAR(4000)), CAST(NULL AS CHAR(4000)), a.starts, u.closed_on
  FROM placement_order o
  JOIN activity a ON a.id = o.activity
  JOIN unit u ON u.site = o.site AND u.parent IS NULL
  WHERE o.id = :order
  UNION ALL
  SELECT u.id, u.site, u.name, t.depth + 1, LEFT(CONCAT(t.path, u.name, CHAR(9)), 4000),
         LEFT(CONCAT_WS(' › ', t.above, t.name), 4000), t.starts, u.closed_on
  FROM tree t JOIN unit u ON u.site = t.site AND u.parent = t.id
)
SELECT t.id, t.name, t.depth, t.above, k.places AS earlier
FROM tree t
LEFT JOIN capacity k ON k.placement_order = :order AND k.unit = t.id
WHERE t.closed_on IS NULL OR t.closed_on > t.starts
ORDER BY t.path, t.id

-- many: requirements/requirement
{{order_requirements}}

-- Which unit covers which of them.
-- many: coverage/covered
SELECT ur.unit, ur.requirement
FROM placement_order o
JOIN activity_requirement ar ON ar.activity = o.activity
JOIN unit_requirement ur ON ur.site = o.site AND ur.requirement = ar.requirement
WHERE o.id = :order

-- maybe: prefill
SELECT o.version FROM placement_order o WHERE o.id = :order

-- many: prefill_each/prefill
SELECT 'capacity' AS field, k.unit AS `key`, k.places AS value
FROM capacity k WHERE k.placement_order = :order AND k.places > 0

-- step: lock_counts
{{lock_counts_of_order}}

-- step: lock
{{order_lock}}

-- open: takes students when the activity starts.
-- step: site_units
SELECT u.id, u.name, u.closed_on IS NULL OR u.closed_on > a.starts AS open, COALESCE(k.places, 0) AS places
FROM placement_order o
JOIN activity a ON a.id = o.activity
JOIN unit u ON u.site = o.site
LEFT JOIN capacity k ON k.placement_order = o.id AND k.unit = u.id
WHERE o.id = :order

-- A site without open units answers as a whole, on a unit of its own name; none, when another answer has just made it.
-- step: insert_unit
INSERT INTO unit (site, name)
SELECT s.id, s.name FROM site s JOIN activity a ON a.id = :activity
WHERE s.id = :site
  AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.site = s.id AND (u.closed_on IS NULL OR u.closed_on > a.starts))

-- step: made_unit
SELECT u.id, u.name FROM unit u WHERE u.id = :unit

-- step: clear
DELETE FROM capacity WHERE placement_order = :order

-- step: offer
INSERT INTO capacity (site, placement_order, unit, places) VALUES (:site, :order, :unit, :unit_places)

-- step: answer
UPDATE placement_order SET state = 'answered', answer = 'confirmed', places_confirmed = :total,
  answer_message = :message, answered_at = UTC_TIMESTAMP(), version = version + 1
WHERE id = :order

-- step: recount
{{recount}}
