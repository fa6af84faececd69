{unless status, term, q, from, to} AND c.ends >= CAST(:today AS DATE) {end}
  {if from} AND c.ends >= CAST(:from AS DATE) AND c.starts >= CAST(:from AS DATE) - INTERVAL 366 DAY {end}
  {if to} AND c.starts <= CAST(:to AS DATE) {end}
  {if q} AND (c.name LIKE CONCAT('%', :q, '%') {{activities_typed}}) {end}
  {if term} AND c.term = :term {end}
  {if institution} AND c.institution = :institution {end}
  {if programme} AND EXISTS (SELECT 1 FROM activity fa
                             JOIN course_instance fi ON fi.id = fa.course_instance
                             JOIN course fc ON fc.id = fi.course
                             WHERE fa.id = c.activity AND fc.programme = :programme) {end}
