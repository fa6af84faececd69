-- To who made it ready, while they still plan there: an examiner has sent a result back, and why.
-- step: recipients
SELECT r.ready_by AS person
FROM result r
JOIN person_grant g ON g.person = r.ready_by AND g.institution = r.institution AND g.activity IS NULL
  AND g.role IN ('exam_planner', 'examiner', 'placement_administrator')
  AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
WHERE r.id = :thing_id
GROUP BY r.ready_by

-- one: result
{{mail_result}}

-- maybe: reason
SELECT c.new_value AS text FROM event_change c WHERE c.event = :event AND c.field = 'objection'
