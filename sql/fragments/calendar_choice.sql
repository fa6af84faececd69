(:q IS NULL OR c.name LIKE CONCAT('%', :q, '%'))
  AND (:term IS NULL OR c.term = :term)
  AND (:institution IS NULL OR c.institution = :institution)
  AND (COALESCE(:status, :term, :q) IS NOT NULL OR c.ends >= :today)
  AND (:programme IS NULL
       OR EXISTS (SELECT 1 FROM activity fa
                  JOIN course_instance fi ON fi.id = fa.course_instance
                  JOIN course fc ON fc.id = fi.course
                  WHERE fa.id = c.activity AND fc.programme = :programme))
