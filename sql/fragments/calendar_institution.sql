{unless viewer_many_institutions} c.institution = :viewer_institution {end}
{if viewer_many_institutions} c.institution IN ({{viewer_taught}}) {end}
