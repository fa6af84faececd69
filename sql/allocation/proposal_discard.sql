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

-- step: discard
UPDATE proposal SET state = 'discarded', version = version + 1 WHERE id = :proposal

-- What it holds beside itself; the rest goes with these.
-- step: forget_shortages
DELETE FROM proposal_shortage WHERE proposal = :proposal

-- step: forget_students
DELETE FROM proposal_student WHERE proposal = :proposal

-- step: forget_units
DELETE FROM proposal_unit WHERE proposal = :proposal

-- step: forget_rules
DELETE FROM proposal_rule WHERE proposal = :proposal
