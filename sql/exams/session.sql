-- An exam session: when, where, whom for, what it concerns, and what there is to do.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- many: instances/instance
{{exam_instances}}

-- Who attests. To those who work with it.
-- many: examiners/examiner
SELECT p.id, IF({{actor_named}}, p.name, NULL) AS name, IF({{actor_named}}, p.email, NULL) AS email
FROM exam_examiner x JOIN person p ON p.id = x.person
JOIN exam_session s ON s.id = x.exam_session
WHERE x.exam_session = :exam_session AND {{exam_seen}}
ORDER BY p.sorted_{alphabet}, p.id

-- Re-sits of it.
-- many: resits/session
{{exam_resits}}

-- How many sit, who knows them by name: the planners.
-- maybe: figures
SELECT SUM(c.state = 'registered') AS registered, SUM(c.state = 'withdrawn') AS withdrawn
FROM candidate c JOIN exam_session s ON s.id = c.exam_session
WHERE c.exam_session = :exam_session
  AND s.institution IN ({{viewer_plans_exams}})
HAVING COUNT(*) > 0

-- Who reads its instances but is no candidate, since there are not codes for all of them (base/exam_code.h has 9,999). To planners.
-- maybe: uncoded
SELECT COUNT(DISTINCT r.person) AS students
FROM ({{exam_left_out}}) r
JOIN exam_session s ON s.id = r.exam_session
LEFT JOIN exam x ON x.exam_session = s.id
WHERE s.id = :exam_session AND s.state = 'confirmed' AND s.registration = 0 AND s.resit_of IS NULL AND s.code_format = 'numbered'
  AND (s.date_mode = 'none' OR TIMESTAMP(s.ends_on, s.ends_at) > :clock) AND COALESCE(x.state, '') <> 'confirmed'
  AND s.institution IN ({{viewer_plans_exams}})
HAVING COUNT(DISTINCT r.person) > GREATEST(0, 9999 - (SELECT COUNT(*) FROM exam_code k WHERE k.exam_session = :exam_session))

-- A student's own part.
-- maybe: own
SELECT c.id, c.state, c.registered_at FROM candidate c WHERE c.exam_session = :exam_session AND c.person = :viewer

-- many: history/event
{{history}}
WHERE e.thing = 'exam_session' AND e.thing_id = :exam_session
  AND EXISTS (SELECT 1 FROM exam_session s WHERE s.id = :exam_session AND {{exam_seen}})
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'exam_session' AND e.thing_id = :exam_session
  AND EXISTS (SELECT 1 FROM exam_session s WHERE s.id = :exam_session AND {{exam_seen}})
ORDER BY c.event DESC, c.number LIMIT 500
