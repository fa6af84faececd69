-- The lines seen (c) with what their status needs: a, n, w.
({{calendar_seen}}) c
STRAIGHT_JOIN activity a ON a.id = c.activity
STRAIGHT_JOIN activity_count n ON n.activity = c.activity
{if viewer_site_side, viewer_takes_part} LEFT JOIN ({{own_orders}}) w ON w.activity = c.activity {end}
