-- What waits for an examiner: results that are ready, of sessions they examine and of placement periods; and, for planners too, sessions
-- whose results became late within two months.
SELECT z.work, z.kind, z.id, z.name, z.results_due, DATEDIFF(:today, z.results_due) AS days_late, z.results_due < CAST(:today AS DATE) AS late, z.count
FROM (
{if viewer_examine}
SELECT 'attest' AS work, 'session' AS kind, s.id, {{exam_name}} AS name, s.results_due, COUNT(*) AS count
FROM ({{viewer_examines}}) x
JOIN exam_session s ON s.id = x.exam_session
JOIN result r ON r.exam_session = s.id AND r.state = 'ready'
GROUP BY s.id
UNION ALL
SELECT 'attest', 'activity', a.id, a.name, NULL, COUNT(*)
FROM result r
JOIN registration g ON g.id = r.registration
JOIN activity a ON a.id = g.activity
WHERE r.state = 'ready' AND r.institution IN ({{viewer_examiner_at}})
GROUP BY a.id, a.name
UNION ALL
{end}
SELECT 'late' AS work, 'session' AS kind, s.id, {{exam_name}} AS name, s.results_due, NULL AS count
FROM exam_session s
WHERE s.state = 'confirmed' AND s.results_due < CAST(:today AS DATE) AND s.results_due >= CAST(:today AS DATE) - INTERVAL 2 MONTH
  AND {{exam_results_seen}}
  AND {{results_unfinished}}
) z
ORDER BY z.results_due IS NULL, z.results_due, z.work, z.id LIMIT 12
