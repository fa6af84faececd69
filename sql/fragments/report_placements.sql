-- Who was placed (x) at the viewer's own sites, as it was shared.
placement x
JOIN activity a ON a.id = x.activity
JOIN course_instance ci ON ci.institution = a.institution AND ci.id = a.course_instance
JOIN course c ON c.institution = ci.institution AND c.id = ci.course
WHERE {unless viewer_site_side} FALSE {end} {if viewer_site_side} x.site IN ({{viewer_sites}}) AND {{report_filter}} {end}
