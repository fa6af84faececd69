-- To the student whose accommodation at an exam was changed.
-- step: recipients
SELECT c.person FROM candidate c WHERE c.id = :thing_id

-- one: candidate
SELECT {{candidate_facts}}, s.registration, s.registers_to
{{candidate_joined}}
WHERE {{candidate_mailed}}
