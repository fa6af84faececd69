-- Whether they are seen is decided once, not at each paper (LIMIT keeps the row apart). all: also those that were not handed in,
-- which who assesses sees only where there was a day for it: else a code would come with a student.
(SELECT x.id, x.marks, {{exam_overseen}} AS overseen,
        s.date_mode <> 'none' OR NOT EXISTS (SELECT 1 FROM exam_assessor a WHERE a.exam = x.id AND a.person = :viewer) AS `all`
 FROM exam x
 JOIN exam_session s ON s.id = x.exam_session
 WHERE x.id = :exam AND {{papers_looked_at}} LIMIT 1) x
JOIN paper p ON p.exam = x.id
WHERE p.void = 0
  AND (x.overseen OR {{paper_mine}}) AND (x.`all` OR p.handed_in = 1)
  {if state} AND {{paper_state}} = :state {end}
  {if q} AND p.code LIKE CONCAT('%', :q, '%') {end}
