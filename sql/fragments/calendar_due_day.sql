-- The first answer that an occurrence's activity waits for, by who sees its orders. c: occurrence, n: counts, v.inside, w: own_orders.
{if viewer_institution_side}
IF(v.inside AND c.institution {{my_staffed}},
   IF(n.orders_unanswered > 0, (SELECT MIN(wd.due_on) FROM placement_order wd WHERE wd.activity = c.activity AND wd.state = 'sent'), NULL),
{end}
   {if viewer_site_side} w.due_on {end} {unless viewer_site_side} NULL {end}
{if viewer_institution_side} ) {end}
