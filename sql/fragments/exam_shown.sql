-- Who could see whose the codes of exam h are while its grading was confirmed, by their role then (hg): exam planners and the session's
-- examiners. Whoever is one of them does not assess it any more when it is taken up again. The caller adds which exam and whom.
SELECT 1
FROM exam FOR SYSTEM_TIME ALL h
JOIN exam_session hs ON hs.id = h.exam_session AND hs.anonymous = 1
JOIN person_grant hg ON hg.institution = h.institution AND hg.activity IS NULL
  AND hg.valid_from <= DATE(h.row_end) AND (hg.valid_to IS NULL OR hg.valid_to >= DATE(h.row_start) - INTERVAL 1 DAY)
  AND (hg.role = 'exam_planner'
       OR hg.role = 'examiner' AND EXISTS (SELECT 1 FROM exam_examiner FOR SYSTEM_TIME ALL he WHERE he.exam_session = h.exam_session AND he.person = hg.person
                                         AND he.row_start < h.row_end AND he.row_end > h.row_start))
WHERE h.state = 'confirmed'
