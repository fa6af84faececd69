-- Courses c of the activities that the viewer's own sites had orders of.
placement_order o
JOIN activity a ON a.id = o.activity
JOIN course_instance ci ON ci.institution = a.institution AND ci.id = a.course_instance
JOIN course c ON c.institution = ci.institution AND c.id = ci.course
WHERE o.site IN ({{viewer_sites}}) AND o.state <> 'draft'
