-- What an activity that has not begun is told as where it is planned; n is its activity_count.
WHEN n.shared THEN 'shared'
WHEN n.orders = 0 THEN 'planning'
WHEN n.wishes_from <= :today THEN 'allocating'
WHEN n.orders_unanswered > 0 THEN 'ordered'
WHEN n.places_confirmed < a.places_wanted THEN 'capacity_missing'
WHEN n.registered > 0 THEN 'allocating'
ELSE 'capacity_confirmed'
