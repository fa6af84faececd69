-- Whether the viewer looks after the mail of event e: all of them, or what happened at their institution or site.
({if viewer_administer} TRUE {end}
 {unless viewer_administer}
   (e.institution IN ({{viewer_planned}}) OR e.site IN ({{viewer_managed_sites}}))
 {end})
