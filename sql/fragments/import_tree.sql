-- The units of :site, each with its whole path: "Medisin › Post 1".
(WITH {{unit_tree}}
 SELECT t.id, t.name, t.depth, LEFT(CONCAT_WS(' › ', t.above, t.name), 500) AS path FROM tree t)
