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

-- step: cancel
{{job_cancel}} AND thing = 'proposal' AND thing_id = :proposal
