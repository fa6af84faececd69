SELECT COUNT(*) AS papers, COALESCE(SUM(q.state = 'absent'), 0) AS absent, COALESCE(SUM(q.state = 'agreed'), 0) AS agreed,
       COALESCE(SUM(q.state = 'disagree'), 0) AS disagree, COALESCE(SUM(q.state IN ('unmarked', 'partly')), 0) AS missing,
       COALESCE(SUM(q.state <> 'absent'), 0) AS handed_in
FROM (
  SELECT {{paper_state}} AS state
  FROM paper p
  JOIN exam x ON x.id = p.exam
  WHERE p.exam = :exam AND p.void = 0
) q
