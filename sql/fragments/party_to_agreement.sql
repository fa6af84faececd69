({if viewer_administer} TRUE {end}
 {unless viewer_administer}
   {if viewer_institution_side}
   a.institution {{my_staffed}} {if viewer_site_side} OR a.site IN ({{viewer_sites}}) {end}
   {end}
   {unless viewer_institution_side} a.site IN ({{viewer_sites}}) {end}
 {end})
