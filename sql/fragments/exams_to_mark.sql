-- Exams x, of sessions s, that the viewer marks papers of now.
FROM exam x
JOIN exam_session s ON s.id = x.exam_session AND s.state = 'confirmed'
WHERE x.state <> 'confirmed' AND {{papers_out}} AND x.id IN ({{viewer_assesses}})
  AND NOT EXISTS ({{exam_shown}} AND h.id = x.id AND hg.person = :viewer)
