CASE WHEN a.cancelled_at IS NOT NULL THEN 'cancelled'
     WHEN c.ends < :today THEN 'completed'
     WHEN c.starts <= :today THEN 'running'
     WHEN n.orders = 0 THEN 'planning'
     WHEN n.orders_unanswered > 0 THEN 'ordered'
     WHEN n.places_confirmed < a.places_wanted THEN 'capacity_missing'
     ELSE 'capacity_confirmed' END
