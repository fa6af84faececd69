-- The units of :site with their depth and a path that sorts as the tree reads. Names are parted by a tab,
-- the lightest character there is, also at the end: so a unit comes before what stands below it, and that before
-- the unit's neighbours.
RECURSIVE tree (id, parent, name, municipality, closed_on, depth, path, above) AS (
  SELECT u.id, u.parent, u.name, u.municipality, u.closed_on, 0,
    CAST(CONCAT(u.name, '\t') AS CHAR(4000)), CAST(NULL AS CHAR(4000))
  FROM unit u WHERE u.site = :site AND u.parent IS NULL
  UNION ALL
  SELECT u.id, u.parent, u.name, u.municipality, u.closed_on, t.depth + 1,
    LEFT(CONCAT(t.path, u.name, '\t'), 4000), LEFT(CONCAT_WS(' › ', t.above, t.name), 4000)
  FROM tree t JOIN unit u ON u.site = :site AND u.parent = t.id
)
