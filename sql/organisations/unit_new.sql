-- one: site
SELECT id, name FROM site WHERE id = :site

-- many: parents/parent
WITH {{unit_tree}}
SELECT t.id, CONCAT_WS(' › ', t.above, t.name) AS name FROM tree t
WHERE t.closed_on IS NULL OR t.closed_on > :today
ORDER BY t.path {collate}

-- many: municipalities/municipality
{{municipalities}}

-- maybe: prefill
SELECT 0 AS version

-- step: check
-- FOR UPDATE, so that of two new units of one name the later sees the earlier.
(SELECT 'name' AS field, 'error.taken' AS error FROM unit
 WHERE site = :site AND parent <=> :parent AND name = :name LIMIT 1 FOR UPDATE)
UNION ALL SELECT 'parent', 'error.unknown' FROM DUAL WHERE :parent IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM unit WHERE site = :site AND id = :parent)
UNION ALL SELECT 'municipality', 'error.unknown' FROM DUAL WHERE :municipality IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM municipality WHERE number = LPAD(:municipality, 4, '0'))

-- step: insert
INSERT INTO unit (site, parent, name, municipality, address, profile, closed_on)
VALUES (:site, :parent, :name, LPAD(:municipality, 4, '0'), :address, :profile, :closed_on)
