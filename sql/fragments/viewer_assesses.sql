-- Exams that the viewer assesses, as long as they have the role.
SELECT ea.exam FROM exam_assessor ea
JOIN exam h ON h.id = ea.exam
JOIN {{grants_now}} g ON g.person = ea.person AND g.institution = h.institution AND g.role = 'assessor'
  AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
WHERE ea.person = :viewer
