IF(x.kind = 'points', x.person = :viewer,
 ({if viewer_administer} x.kind <> 'registrations' OR x.institution IN ({{viewer_planned}}) {end}
 {unless viewer_administer} (x.institution IN ({{viewer_planned}}) OR x.site IN ({{viewer_managed_sites}})) {end}))
