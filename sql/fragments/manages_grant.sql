({if viewer_administer} TRUE {end}
 {unless viewer_administer}
   {if viewer_plan}
   x.institution IN ({{viewer_planned}}) {if viewer_site_side} OR x.site IN ({{viewer_managed_sites}}) {end}
   {end}
   {unless viewer_plan} x.site IN ({{viewer_managed_sites}}) {end}
 {end})
