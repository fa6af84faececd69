{if viewer_institution_side} IF(v.inside AND c.institution {{my_staffed}}, NULLIF(n.orders_unanswered, 0), {end}
   {if viewer_site_side} NULLIF(w.unanswered, 0) {end} {unless viewer_site_side} NULL {end}
{if viewer_institution_side} ) {end}
