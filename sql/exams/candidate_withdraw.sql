-- A candidate who withdraws, or is taken off by a planner.
-- one: candidate
SELECT {{candidate_facts}}, c.person, p.name, {{exam_shut}} AS shut, c.person = :viewer AS self, COALESCE(x.state, '') = 'confirmed' AS graded,
       {{candidate_resulted}} AS resulted,
       s.registers_to
{{candidate_joined}}
JOIN person p ON p.id = c.person
WHERE c.id = :candidate

-- maybe: prefill
SELECT c.version FROM candidate c WHERE c.id = :candidate

-- step: lock_session
{{candidate_session_lock}}

-- step: lock
{{candidate_lock}}

-- A planner takes a candidate off at any time, also one who is the planner.
-- step: plans
SELECT EXISTS (SELECT 1 FROM candidate c WHERE c.id = :candidate AND c.institution IN ({{viewer_plans_exams}})) AS plans
