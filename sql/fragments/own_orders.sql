SELECT wo.activity, COUNT(*) AS orders, SUM(wo.state = 'sent') AS unanswered, SUM(wo.places) AS asked,
       SUM(wo.places_confirmed) AS confirmed
FROM placement_order wo
WHERE wo.state IN ('sent', 'answered', 'closed') AND wo.site IN ({{viewer_sites}})
GROUP BY wo.activity
