{unless viewer_many_institutions} = :viewer_institution {end}{if viewer_many_institutions} IN ({{viewer_institutions}}) {end}
