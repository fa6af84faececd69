AND (o.state = 'sent' OR o.state IN ('answered', 'withdrawn', 'closed') AND o.row_start >= CAST(:today AS DATE) - INTERVAL 90 DAY)
