-- The first answer that an occurrence's activity waits for, by who sees its orders. c: occurrence, n: counts, v.inside, w: own_orders.
{if viewer_institution_side}
IF(v.inside AND c.institution {{my_staffed}},
   n.due_on,
{end}
   {if viewer_site_side} w.due_on {end} {unless viewer_site_side} NULL {end}
{if viewer_institution_side} ) {end}
