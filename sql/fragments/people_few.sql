({unless viewer_administer, viewer_institution_side} TRUE {end}
 {if viewer_administer, viewer_institution_side}
   {if site} TRUE {end} {unless site} COALESCE(:role, 'student') <> 'student' {end}
 {end})
