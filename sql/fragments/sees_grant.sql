-- Staff see who has a grant at their institution, a site's administrator who has one there.
({if viewer_administer} TRUE {end}
 {unless viewer_administer}
   {if viewer_institution_side}
   x.institution {{my_staffed}} {if viewer_site_side} OR x.site IN ({{viewer_managed_sites}}) {end}
   {end}
   {unless viewer_institution_side} x.site IN ({{viewer_managed_sites}}) {end}
 {end})
