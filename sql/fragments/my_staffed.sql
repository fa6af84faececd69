{unless viewer_many_institutions} = ({{viewer_institutions}} LIMIT 1) {end}{if viewer_many_institutions} IN ({{viewer_institutions}}) {end}
