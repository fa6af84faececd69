AND l.wishes_to IS NOT NULL
  {if from} AND l.wishes_to >= CAST(:from AS DATE) {end}
  {if to} AND l.wishes_to <= CAST(:to AS DATE) {end}
  {if institution} AND l.institution = :institution {end}
  {if site} AND FALSE {end}
  {if q} AND a.name LIKE CONCAT('%', :q, '%') {end}
  {if programme} AND (SELECT fc.programme FROM course_instance fi JOIN course fc ON fc.id = fi.course
                      WHERE fi.id = a.course_instance) = :programme {end}
