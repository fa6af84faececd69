course_instance n
JOIN course c ON c.institution = n.institution AND c.id = n.course
JOIN ({{course_candidates}}) f ON TRUE
JOIN person p ON p.id = f.person
LEFT JOIN student t ON t.person = p.id AND t.institution = n.institution
