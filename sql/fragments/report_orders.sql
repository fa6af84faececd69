-- Orders o that were sent, and not withdrawn, with their activities and courses: the institution's to its staff, a site's to the site.
placement_order o
JOIN activity a ON a.id = o.activity
JOIN course_instance ci ON ci.institution = a.institution AND ci.id = a.course_instance
JOIN course c ON c.institution = ci.institution AND c.id = ci.course
WHERE o.state IN ('sent', 'answered', 'closed') AND {{report_filter}}
  AND (FALSE {if viewer_institution_side} OR o.institution {{my_staffed}} {end}
       {if viewer_site_side} OR o.site IN ({{viewer_sites}}) {end})
