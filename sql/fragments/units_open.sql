(SELECT u.site, COUNT(*) AS units FROM unit u WHERE u.closed_on IS NULL OR u.closed_on > :today GROUP BY u.site)
