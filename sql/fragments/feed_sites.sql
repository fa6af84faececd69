FROM site x
WHERE TRUE {if since} AND (x.row_start >= :since OR EXISTS (SELECT 1 FROM unit fu WHERE fu.site = x.id AND fu.row_start >= :since)) {end}
