-- One candidate: the student's own, or the planner's view of them.
-- one: candidate
SELECT {{candidate_facts}}, c.person, p.name, p.protected, IF(p.protected = 0 OR p.id = :viewer, p.email, NULL) AS email,
       c.attendance, s.registration, s.registers_to, COALESCE(x.state, '') = 'confirmed' AS graded,
       CASE WHEN s.date_mode = 'none' THEN 'undated' WHEN :clock < TIMESTAMP(s.starts_on, s.starts_at) THEN 'coming'
            WHEN :clock <= {{candidate_ends}} THEN 'running' ELSE 'over' END AS stage
{{candidate_joined}}
JOIN person p ON p.id = c.person
WHERE c.id = :candidate

-- The student's own as the session lets them see it; the planner's once grading is confirmed.
-- maybe: code
SELECT t.code FROM candidate c
JOIN exam_session s ON s.id = c.exam_session
JOIN exam_identity t ON t.candidate = c.id
LEFT JOIN exam x ON x.exam_session = s.id
WHERE c.id = :candidate AND s.anonymous
  AND (COALESCE(x.state, '') = 'confirmed'
       OR c.person = :viewer AND {{candidate_code}} IS NOT NULL)

-- many: history/event
{{history}}
WHERE {{candidate_history}}
ORDER BY e.id DESC LIMIT 100

-- many: changes/change
{{history_changes}}
WHERE {{candidate_history}}
ORDER BY c.event DESC, c.number LIMIT 1000
