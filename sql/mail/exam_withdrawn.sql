-- To students who withdrew, as a receipt, or were taken off.
-- step: recipients
SELECT w.person FROM ({{candidates_written}}) w WHERE w.kind = 'candidate.withdrawn'

-- one: candidate
SELECT {{candidate_facts}}, s.registration, s.registers_to,
       NOT EXISTS (SELECT 1 FROM event e WHERE e.id = :event AND e.person = c.person) AS by_others
{{candidate_joined}}
WHERE {{candidate_mailed}}
