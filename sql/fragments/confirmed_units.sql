-- The units with places in an activity: confirmed, summed over its orders, of units that take students when it starts. The
-- caller goes on: AND o.activity = … GROUP BY o.activity, k.site, k.unit
SELECT o.activity, k.site, k.unit, COALESCE(u.municipality, s.municipality) AS municipality, CAST(SUM(k.places) AS SIGNED) AS places
FROM placement_order o
JOIN activity a ON a.id = o.activity
JOIN capacity k ON k.placement_order = o.id AND k.places > 0
JOIN unit u ON u.id = k.unit AND (u.closed_on IS NULL OR u.closed_on > a.starts)
JOIN site s ON s.id = k.site
WHERE o.state IN ('answered', 'closed') AND o.answer = 'confirmed'
