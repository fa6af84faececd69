CASE WHEN a.cancelled_at IS NOT NULL THEN 'cancelled'
     WHEN a.ends < :today THEN 'completed'
     WHEN a.starts <= :today THEN 'running'
     {{status_ahead}} END
