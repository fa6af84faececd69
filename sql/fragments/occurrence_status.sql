CASE WHEN a.cancelled_at IS NOT NULL THEN 'cancelled'
     WHEN c.ends < :today THEN 'completed'
     WHEN c.starts <= :today THEN 'running'
     {{status_ahead}} END
