SELECT q.id, q.name, q.results_due, q.results_due < CAST(:today AS DATE) AS late, q.wanted, q.disagree
FROM (
  SELECT x.id, MAX({{exam_name}}) AS name, MAX(s.results_due) AS results_due,
         SUM(v.grade IS NULL AND {{paper_state}} IN ('unmarked', 'partly')) AS wanted, SUM({{paper_state}} = 'disagree') AS disagree
  FROM exam x
  JOIN exam_session s ON s.id = x.exam_session
  JOIN exam_assessor a ON a.exam = x.id AND a.person = :viewer
  JOIN paper p ON p.exam = x.id AND p.committee = a.committee AND p.void = 0 AND p.handed_in = 1
  LEFT JOIN mark v ON v.exam = p.exam AND v.code = p.code AND v.person = :viewer
  WHERE x.id IN (SELECT x.id {{exams_to_mark}})
  GROUP BY x.id
) q
WHERE q.wanted + q.disagree > 0
ORDER BY q.results_due IS NULL, q.results_due, q.id LIMIT 20
