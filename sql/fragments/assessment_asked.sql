-- The criteria that a placement of this course is assessed by now, or was in this assessment.
SELECT c.id FROM placement x
JOIN activity a ON a.id = x.activity
JOIN course_instance ci ON ci.id = a.course_instance
JOIN criterion c ON c.institution = x.institution AND c.course = ci.course
WHERE x.id = :placement
  AND (c.closed_on IS NULL OR c.closed_on > CAST(:today AS DATE)
       OR EXISTS (SELECT 1 FROM assessment s JOIN assessment_criterion k ON k.assessment = s.id
                  WHERE s.registration = x.registration AND s.kind = :kind AND k.criterion = c.id))
