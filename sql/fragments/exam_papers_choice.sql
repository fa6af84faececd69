paper p
JOIN exam x ON x.id = p.exam
JOIN exam_session s ON s.id = x.exam_session
WHERE p.exam = :exam AND p.void = 0
  AND {{papers_looked_at}} AND ({{exam_overseen}} OR {{paper_mine}})
  {if state} AND {{paper_state}} = :state {end}
  {if q} AND p.code LIKE CONCAT('%', :q, '%') {end}
