-- Whether they are seen is decided once, not at each paper (LIMIT keeps the row apart).
(SELECT x.id, x.marks, {{exam_overseen}} AS overseen
 FROM exam x
 JOIN exam_session s ON s.id = x.exam_session
 WHERE x.id = :exam AND {{papers_looked_at}} LIMIT 1) x
JOIN paper p ON p.exam = x.id
WHERE p.void = 0
  AND (x.overseen OR {{paper_mine}})
  {if state} AND {{paper_state}} = :state {end}
  {if q} AND p.code LIKE CONCAT('%', :q, '%') {end}
