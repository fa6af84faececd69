SELECT n.id, n.code, n.term, n.starts, n.ends, n.course, c.code AS course_code,
  IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS course_name, c.programme,
  IF(:lang = 'en', COALESCE(p.name_en, p.name), p.name) AS programme_name
FROM course_instance n
JOIN course c ON c.institution = n.institution AND c.id = n.course
JOIN programme p ON p.institution = c.institution AND p.id = c.programme
