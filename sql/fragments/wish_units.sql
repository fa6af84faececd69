-- The units a student may rank, and what stands between: CTEs chosen, places and wishable (unit, obstacles; none that keep a unit shut
-- for everybody, its activity's requirements and closed classes). Of needs who allocates is told, of its being busy nobody here.
chosen AS (SELECT r.id, r.activity, r.activity_class, r.person, r.municipality, r.car FROM registration r WHERE r.id = :registration),
places AS ({{confirmed_units}} AND o.activity = (SELECT r.activity FROM registration r WHERE r.id = :registration)
           GROUP BY o.activity, k.site, k.unit),
wishable AS (
  SELECT p.site, p.unit, p.municipality, p.places,
         GROUP_CONCAT(DISTINCT IF(x.obstacle IN ('earlier', 'reach', 'travel'), x.obstacle, NULL) ORDER BY x.obstacle SEPARATOR ' ') AS bars,
         GROUP_CONCAT(DISTINCT IF(x.obstacle IN ('accommodation', 'interest', 'employer'), x.obstacle, NULL)
                      ORDER BY x.obstacle SEPARATOR ' ') AS needs
  FROM places p
  LEFT JOIN ({{unit_obstacles}}) x ON x.unit = p.unit AND x.obstacle <> 'busy'
  GROUP BY p.site, p.unit, p.municipality, p.places
  HAVING COALESCE(SUM(x.obstacle IN ('class', 'requirement')), 0) = 0
)
