{unless viewer_many_institutions} = ({{viewer_taught}} LIMIT 1) {end}{if viewer_many_institutions} IN ({{viewer_taught}}) {end}
