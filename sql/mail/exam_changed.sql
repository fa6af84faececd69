-- To the candidates of a session whose name, time or place has changed.
-- step: recipients
SELECT c.person FROM candidate c WHERE c.exam_session = :thing_id AND c.state = 'registered'

-- one: candidate
SELECT {{candidate_facts}}
{{candidate_joined}}
WHERE {{candidate_mailed}}

-- What it was before.
-- many: changes/change
SELECT c.number, c.field, c.old_value, c.new_value FROM event_change c
WHERE c.event = :event AND c.old_value IS NOT NULL AND c.field IN ('name', 'name_en', 'date_mode', 'starts_on', 'starts_at', 'ends_on', 'ends_at', 'place')
ORDER BY c.number
