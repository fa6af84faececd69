activity a
JOIN course_instance n ON n.id = a.course_instance
  {if activity} AND a.id = :activity {end} {if instance} AND n.id = :instance {end}
JOIN course c ON c.id = n.course {if course} AND c.id = :course {end}
JOIN programme p ON p.id = c.programme {if programme} AND p.id = :programme {end}
JOIN institution i ON i.id = a.institution {if institution} AND i.id = :institution {end}
