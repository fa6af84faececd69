-- Candidates of the session whose newest file nobody has looked at, or is about to.
SELECT f.id FROM candidate f
JOIN hand_in h ON h.candidate = f.id AND h.state = 'new'
WHERE f.exam_session = :exam_session AND f.state = 'registered'
  AND h.number = (SELECT MAX(n.number) FROM hand_in n WHERE n.candidate = f.id)
  AND NOT EXISTS (SELECT 1 FROM job j
                  WHERE j.kind = 'hand_in' AND j.thing = 'candidate' AND j.thing_id = f.id AND j.state IN ('waiting', 'running'))
