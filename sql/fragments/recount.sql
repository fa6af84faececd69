UPDATE activity_count n
JOIN (SELECT COUNT(IF(o.state IN ('sent', 'answered', 'closed'), 1, NULL)) AS orders,
             COUNT(IF(o.state = 'draft', 1, NULL)) AS orders_draft,
             COUNT(IF(o.state = 'sent', 1, NULL)) AS orders_unanswered,
             COALESCE(SUM(IF(o.state IN ('sent', 'answered', 'closed'), o.places, 0)), 0) AS places_ordered,
             COALESCE(SUM(IF(o.state IN ('answered', 'closed'), o.places, 0)), 0) AS places_answered,
             COALESCE(SUM(o.places_confirmed), 0) AS places_confirmed,
             MIN(IF(o.state = 'sent', o.due_on, NULL)) AS due_on
      FROM placement_order o WHERE o.activity = :activity) t
SET n.orders = t.orders, n.orders_draft = t.orders_draft, n.orders_unanswered = t.orders_unanswered,
    n.places_ordered = t.places_ordered, n.places_answered = t.places_answered,
    n.places_confirmed = t.places_confirmed, n.due_on = t.due_on
WHERE n.activity = :activity
