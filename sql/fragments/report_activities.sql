-- Activities a, with their courses c, that the institution's staff have reports of.
activity a
JOIN course_instance ci ON ci.institution = a.institution AND ci.id = a.course_instance
JOIN course c ON c.institution = ci.institution AND c.id = ci.course
WHERE {unless viewer_institution_side} FALSE {end} {if viewer_institution_side} a.institution {{my_staffed}} AND {{report_filter}} {end}
