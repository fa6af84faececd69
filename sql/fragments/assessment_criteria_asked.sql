WHERE x.id = :placement AND (c.closed_on IS NULL OR c.closed_on > CAST(:today AS DATE) OR k.criterion IS NOT NULL)
ORDER BY c.position, c.id
