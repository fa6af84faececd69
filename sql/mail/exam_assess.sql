-- To assessors of an exam who have not been told yet.
-- step: recipients
SELECT DISTINCT a.person FROM exam_assessor a
WHERE a.exam = :thing_id
  AND NOT EXISTS (SELECT 1 FROM event e JOIN notice n ON n.event = e.id
                  WHERE e.thing = 'exam' AND e.thing_id = :thing_id AND n.kind = 'exam_assess' AND n.person = a.person)
ORDER BY a.person

-- one: exam
{{exam_head}}
WHERE x.id = :thing_id AND x.id IN (SELECT a.exam FROM exam_assessor a WHERE a.person = :viewer)
