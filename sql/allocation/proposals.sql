-- Proposals of an activity side by side with what is and was.
-- one: activity
{{activity_head}}
WHERE a.id = :activity

-- maybe: before
SELECT e.id, e.name, e.starts, e.ends, e.term FROM activity e WHERE e.id = (SELECT ({{allocation_before}}) FROM activity a WHERE a.id = :activity)

-- many: proposals/proposal
{{proposal_head}}
WHERE x.activity = :activity AND x.state <> 'discarded'
ORDER BY x.number DESC LIMIT 50

-- Which of them are the same allocation as an earlier one.
-- many: same/proposal
SELECT x.id, MIN(y.number) AS same
FROM proposal x JOIN proposal y ON y.activity = x.activity AND y.result = x.result AND y.number < x.number AND y.state <> 'discarded'
WHERE x.activity = :activity AND x.state <> 'discarded'
GROUP BY x.id

-- many: results/result
WITH here AS (SELECT :activity AS activity, NULL AS proposal), {{allocation_results}}
{{allocation_figures}}
ORDER BY FIELD(source, 'present', 'shared', 'proposal', 'before'), proposal DESC
