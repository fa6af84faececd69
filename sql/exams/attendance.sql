-- To print: who is to come, to sign. By name and without codes. Of who is protected no name lies about in a room: the planner sees to them.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- many: candidates/candidate
SELECT IF(p.protected = 0, p.name, NULL) AS name, o.code AS course_code, c.extra_minutes, DATE_FORMAT({{candidate_ends}}, '%H:%i') AS own_ends_at
{{candidates_printed}}
