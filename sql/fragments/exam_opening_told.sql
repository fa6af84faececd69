-- Whom the breaking of a glass of exam x concerns: the institution's exam planners and the session's examiners.
SELECT g.person
FROM exam x
JOIN person_grant g ON g.institution = x.institution AND g.activity IS NULL AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
  AND (g.role = 'exam_planner'
       OR g.role = 'examiner' AND g.person IN (SELECT e.person FROM exam_examiner e WHERE e.exam_session = x.exam_session))
