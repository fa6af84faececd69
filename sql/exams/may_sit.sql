-- To print: who may sit, and how: for those who let people in and see to accommodation. Without codes.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- many: candidates/candidate
SELECT IF(p.protected = 0, p.name, NULL) AS name, o.code AS course_code, c.extra_minutes, DATE_FORMAT({{candidate_ends}}, '%H:%i') AS own_ends_at,
       c.accommodation, c.accommodation_note
{{candidates_printed}}
