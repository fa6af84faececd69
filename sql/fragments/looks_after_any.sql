-- A grant (g) that looks after some place as a whole, or all places.
g.activity IS NULL AND (g.role IN ('system_administrator', 'placement_administrator') OR (g.role = 'site_administrator' AND g.unit IS NULL))
