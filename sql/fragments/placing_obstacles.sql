-- Of :students and the :units they are to be put at ("[17,18]" and "[4,4]", side by side), what stands between, a row each, and
-- `place`, the unit in words. A unit without places in the activity: obstacle no_places.
WITH wanted AS (SELECT j.id, y.unit
                FROM JSON_TABLE(:students, '$[*]' COLUMNS (place FOR ORDINALITY, id INT UNSIGNED PATH '$')) j
                JOIN JSON_TABLE(:units, '$[*]' COLUMNS (place FOR ORDINALITY, unit INT UNSIGNED PATH '$')) y ON y.place = j.place),
     chosen AS (SELECT r.id, r.activity, r.activity_class, r.person, r.municipality, r.car
                FROM registration r WHERE r.activity = :activity AND r.id IN (SELECT w.id FROM wanted w)),
     places AS ({{confirmed_units}} AND o.activity = :activity AND k.unit IN (SELECT w.unit FROM wanted w)
                GROUP BY o.activity, k.site, k.unit)
SELECT x.registration, x.obstacle FROM ({{unit_obstacles}}) x JOIN wanted w ON w.id = x.registration AND w.unit = x.unit
UNION ALL
SELECT w.id, 'no_places' FROM wanted w WHERE NOT EXISTS (SELECT 1 FROM places p WHERE p.unit = w.unit)
