CASE WHEN x.ended_at IS NOT NULL THEN 'ended' WHEN n.expires_on IS NULL THEN 'keyless'
     WHEN n.expires_on < CAST(:today AS DATE) + INTERVAL 30 DAY THEN 'expiring' ELSE 'open' END
