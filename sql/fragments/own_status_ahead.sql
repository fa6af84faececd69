-- The same to sites, of their own orders (w), and to those who take part: of the allocation only that it was shared.
WHEN w.unanswered > 0 THEN 'ordered'
WHEN n.shared AND COALESCE(w.confirmed, 1) > 0 THEN 'shared'
WHEN w.activity IS NULL THEN 'planning'
WHEN w.confirmed < w.asked THEN 'capacity_missing'
ELSE 'capacity_confirmed'
