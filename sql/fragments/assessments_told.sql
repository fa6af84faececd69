-- Of assessments_due, those that the event :event reminds of.
FROM event e
JOIN event_change c ON c.event = e.id AND c.field = 'due_on'
JOIN ({{assessments_due}} AND x.activity = :thing_id) d
  ON d.due_on = c.new_value AND e.kind = CONCAT('assessment.', d.stage, '_near')
