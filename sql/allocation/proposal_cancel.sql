-- one: proposal
{{proposal_head}}
WHERE x.id = :proposal

-- one: activity
{{activity_head}}
WHERE a.id = (SELECT x.activity FROM proposal x WHERE x.id = :proposal)

-- maybe: prefill
SELECT x.version FROM proposal x WHERE x.id = :proposal

-- step: lock
{{proposal_lock}}

-- step: cancel_waiting
UPDATE job SET state = 'cancelled', finished_at = UTC_TIMESTAMP()
WHERE thing = 'proposal' AND thing_id = :proposal AND state = 'waiting'

-- step: cancel_running
UPDATE job SET cancel_wanted = 1 WHERE thing = 'proposal' AND thing_id = :proposal AND state = 'running'
