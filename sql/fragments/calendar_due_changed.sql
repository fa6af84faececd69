-- When an order of activity d that the viewer knows was last changed, also one that was answered since: a day on which fewer answers are due
-- than before is not an older one.
(SELECT MAX(o.row_start) FROM placement_order o
 WHERE o.activity = d.activity AND o.state <> 'draft'
   AND (FALSE {if viewer_institution_side} OR o.institution {{my_staffed}} {end} {if viewer_site_side} OR o.site IN ({{viewer_answers}}) {end}))
