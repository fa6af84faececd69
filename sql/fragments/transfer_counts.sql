-- How many papers, and what becomes of them.
SELECT COUNT(*) AS papers, COALESCE(SUM(y.outcome = 'written'), 0) AS written, COALESCE(SUM(y.outcome = 'overwritten'), 0) AS overwritten,
  COALESCE(SUM(y.outcome = 'failed'), 0) AS failed
FROM ({{transfer_rows}}) y
