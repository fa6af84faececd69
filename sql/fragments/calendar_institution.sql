{unless viewer_many_institutions} c.institution = ({{viewer_taught}} LIMIT 1) {end}
{if viewer_many_institutions} c.institution IN ({{viewer_taught}}) {end}
