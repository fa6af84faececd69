CASE WHEN a.cancelled_at IS NOT NULL THEN 'cancelled'
     WHEN a.ends < :today THEN 'completed'
     WHEN a.starts <= :today THEN 'running'
     WHEN w.activity IS NULL THEN 'planning'
     WHEN w.unanswered > 0 THEN 'ordered'
     WHEN w.confirmed < w.asked THEN 'capacity_missing'
     ELSE 'capacity_confirmed' END
