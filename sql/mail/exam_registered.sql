-- The receipt to a student who registered to an exam.
-- step: recipients
SELECT c.person FROM candidate c WHERE c.id = :thing_id

-- one: candidate
SELECT {{candidate_facts}}, s.registration, s.registers_to
{{candidate_joined}}
WHERE {{candidate_mailed}}
