-- To the candidates of a session that is called off, with the reason.
-- step: recipients
SELECT c.person FROM candidate c WHERE c.exam_session = :thing_id AND c.state = 'registered'

-- one: candidate
SELECT {{candidate_facts}}
{{candidate_joined}}
WHERE {{candidate_mailed}}

-- maybe: reason
{{mail_reason}}
