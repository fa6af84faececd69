SELECT 'draft' AS work, s.id, {{exam_name}} AS name, s.starts_on AS due_on, 0 AS late
FROM exam_session s WHERE s.state = 'draft' AND s.institution IN ({{viewer_plans_exams}})
UNION ALL
SELECT IF(x.state = 'confirmed', 'transfer', 'confirm'), x.id, {{exam_name}}, s.results_due, COALESCE(s.results_due < CAST(:today AS DATE), 0)
FROM exam x
JOIN exam_session s ON s.id = x.exam_session AND s.state = 'confirmed'
WHERE s.institution IN ({{viewer_plans_exams}})
  AND ((x.state = 'confirmed' AND NOT {{transfer_begun}})
       OR (x.state = 'started'
           AND EXISTS (SELECT 1 FROM paper p WHERE p.exam = x.id AND p.void = 0 AND p.grade IS NOT NULL)
           AND NOT EXISTS (SELECT 1 FROM paper p WHERE p.exam = x.id AND p.void = 0 AND p.handed_in = 1 AND p.grade IS NULL)))
ORDER BY FIELD(work, 'confirm', 'transfer', 'draft'), due_on IS NULL, due_on, id LIMIT 20
