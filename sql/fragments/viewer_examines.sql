-- Sessions that the viewer is an examiner of, as long as they have the role.
SELECT e.exam_session FROM exam_examiner e
JOIN exam_session h ON h.id = e.exam_session
JOIN {{grants_now}} g ON g.person = e.person AND g.institution = h.institution AND g.role = 'examiner'
  AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
WHERE e.person = :viewer
