-- A line found (v: activity, letter, inside) with what its status needs: c, a, n, w.
STRAIGHT_JOIN occurrence c ON c.activity = v.activity AND c.letter = v.letter
STRAIGHT_JOIN activity a ON a.id = c.activity
STRAIGHT_JOIN activity_count n ON n.activity = c.activity
{if viewer_site_side, viewer_takes_part} LEFT JOIN ({{own_orders}}) w ON w.activity = c.activity {end}
