-- one: unit
SELECT u.id, u.name, u.site, s.name AS site_name FROM unit u JOIN site s ON s.id = u.site WHERE u.id = :unit

-- many: parents/parent
-- Every unit of the site but this one and those below it.
WITH RECURSIVE tree (id, name, above, path) AS (
  SELECT u.id, u.name, CAST(NULL AS CHAR(4000)), CAST(CONCAT(u.name, '\t') AS CHAR(4000))
  FROM unit u JOIN unit here ON here.id = :unit AND u.site = here.site
  WHERE u.parent IS NULL AND u.id <> :unit
  UNION ALL
  SELECT u.id, u.name, LEFT(CONCAT_WS(' › ', t.above, t.name), 4000), LEFT(CONCAT(t.path, u.name, '\t'), 4000)
  FROM tree t JOIN unit here ON here.id = :unit JOIN unit u ON u.site = here.site AND u.parent = t.id
  WHERE u.id <> :unit
)
SELECT id, CONCAT_WS(' › ', above, name) AS name FROM tree ORDER BY path {collate}

-- many: municipalities/municipality
{{municipalities}}

-- maybe: prefill
SELECT name, parent, CAST(municipality AS UNSIGNED) AS municipality, address, profile, closed_on, version
FROM unit WHERE id = :unit

-- step: lock
-- This unit first, and all others of its site with it: of two units moved below each other at once the later must see
-- the earlier, for the check below walks the tree.
SELECT 'unit' AS thing, u.id, u.version, u.name,
  (SELECT p.name FROM unit p WHERE p.site = u.site AND p.id = u.parent) AS parent,
  (SELECT m.name FROM municipality m WHERE m.number = u.municipality) AS municipality,
  u.address, u.profile, u.closed_on
FROM unit here JOIN unit u ON u.site = here.site
WHERE here.id = :unit
ORDER BY u.id <> :unit FOR UPDATE

-- step: check
WITH RECURSIVE below (id, site) AS (
  SELECT id, site FROM unit WHERE id = :unit
  UNION ALL
  SELECT u.id, u.site FROM below b JOIN unit u ON u.site = b.site AND u.parent = b.id
)
SELECT 'name' AS field, 'error.taken' AS error FROM unit u JOIN unit here ON here.id = :unit AND u.site = here.site
WHERE u.parent <=> :parent AND u.name = :name AND u.id <> :unit
UNION ALL SELECT 'parent', 'error.unknown' FROM DUAL WHERE :parent IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM unit u JOIN unit here ON here.id = :unit AND u.site = here.site WHERE u.id = :parent)
UNION ALL SELECT 'parent', 'error.below_itself' FROM below WHERE id = :parent
UNION ALL SELECT 'municipality', 'error.unknown' FROM DUAL WHERE :municipality IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM municipality WHERE number = LPAD(:municipality, 4, '0'))

-- step: update
UPDATE unit SET parent = :parent, name = :name, municipality = LPAD(:municipality, 4, '0'), address = :address,
  profile = :profile, closed_on = :closed_on, version = version + 1
WHERE id = :unit
