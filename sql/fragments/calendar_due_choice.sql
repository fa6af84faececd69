{if from} AND o.due_on >= CAST(:from AS DATE) {end}
  {if to} AND o.due_on <= CAST(:to AS DATE) {end}
  {if institution} AND o.institution = :institution {end}
  {if site} AND o.site = :site {end}
  {if q} AND EXISTS (SELECT 1 FROM occurrence c
                     WHERE c.activity = o.activity AND (c.name LIKE CONCAT('%', :q, '%') {{activities_typed}})) {end}
  {if programme} AND (SELECT fc.programme FROM course_instance fi JOIN course fc ON fc.id = fi.course
                      WHERE fi.id = a.course_instance) = :programme {end}
