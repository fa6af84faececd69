SELECT s.id, s.name
FROM (SELECT 0 AS site
      {if site} UNION SELECT :site {end}
      {if viewer_site_side} UNION {{viewer_sites}} {end}
      {if viewer_institution_side}
      UNION
      SELECT g.site FROM (SELECT f.site FROM agreement f WHERE f.institution {{my_staffed}} LIMIT 61) g
      WHERE (SELECT COUNT(*) FROM (SELECT f.id FROM agreement f WHERE f.institution {{my_staffed}} LIMIT 61) few) <= 60
      {end}) x
JOIN site s ON s.id = x.site
ORDER BY s.name {collate}, s.id
