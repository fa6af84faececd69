-- A grant (g) that looks after the place of a row (x: institution, site): all places, or this one as a whole.
g.activity IS NULL
AND (g.role = 'system_administrator'
     OR (g.role = 'placement_administrator' AND g.institution = x.institution)
     OR (g.role = 'site_administrator' AND g.unit IS NULL AND g.site = x.site))
