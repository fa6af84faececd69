-- To students whom a planner has added to an exam, or who came with its confirmation.
-- step: recipients
SELECT w.person FROM ({{candidates_written}}) w WHERE w.kind IN ('candidate.registered', 'candidate.resumed')

-- one: candidate
SELECT {{candidate_facts}}, s.registration, s.registers_to
{{candidate_joined}}
WHERE {{candidate_mailed}}
