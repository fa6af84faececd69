({if viewer_administer} TRUE {end}
 {unless viewer_administer} (x.institution IN ({{viewer_planned}}) OR x.site IN ({{viewer_managed_sites}})) {end})
