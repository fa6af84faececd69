x.course_instance = :instance
  {if state} AND x.state = :state {end}
  {if q} AND {{course_student_named}} AND (p.name LIKE CONCAT('%', :q, '%') OR (p.protected = 0 AND p.email LIKE CONCAT(:q, '%'))) {end}
