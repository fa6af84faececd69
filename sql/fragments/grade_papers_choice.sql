paper p
JOIN exam x ON x.id = p.exam
LEFT JOIN mark v ON v.exam = p.exam AND v.code = p.code AND v.person = :viewer
WHERE p.exam = :exam AND p.void = 0 AND {{paper_mine}}
  AND (p.handed_in = 1 OR EXISTS (SELECT 1 FROM exam_session us WHERE us.id = x.exam_session AND us.date_mode <> 'none'))
  {if state} AND CASE :state WHEN 'todo' THEN p.handed_in = 1 AND p.grade IS NULL AND v.grade IS NULL AND p.marks < x.marks
                             WHEN 'mine' THEN v.code IS NOT NULL ELSE {{paper_state}} = :state END {end}
  {if q} AND p.code LIKE CONCAT('%', :q, '%') {end}
