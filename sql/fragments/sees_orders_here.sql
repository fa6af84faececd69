-- Whether the viewer may read order o of :activity: the institution's staff and its coordinator of this activity all, a site
-- its own once sent.
(FALSE {if viewer_institution_side} OR o.institution {{my_staffed}} {end}
 {if viewer_takes_part} OR o.institution IN ({{viewer_coordinated_here}}) {end}
 {if viewer_site_side} OR (o.state <> 'draft' AND o.site IN ({{viewer_sites_here}})) {end})
