SELECT o.activity, COUNT(*) AS orders, SUM(o.state = 'sent') AS unanswered, SUM(o.places) AS asked,
       SUM(o.places_confirmed) AS confirmed, MIN(IF(o.state = 'sent', o.due_on, NULL)) AS due_on,
       MAX(o.row_start) AS changed
FROM placement_order o
WHERE o.state IN ('sent', 'answered', 'closed') AND o.site IN ({{viewer_answers}})
GROUP BY o.activity
