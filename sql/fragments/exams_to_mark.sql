-- Exams x, of sessions s, that the viewer marks papers of now.
FROM exam x
JOIN exam_session s ON s.id = x.exam_session AND s.state = 'confirmed'
WHERE x.state <> 'confirmed' AND {{papers_out}} AND x.id IN (SELECT ea.exam FROM exam_assessor ea WHERE ea.person = :viewer)
  AND x.institution IN (SELECT g.institution FROM person_grant g WHERE {{granted}} AND g.role = 'assessor')
