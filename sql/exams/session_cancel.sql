-- A confirmed session is called off: its candidates and examiners are told why. Not once results of it are in.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- one: told
SELECT COUNT(*) AS candidates, EXISTS (SELECT 1 FROM result r WHERE r.exam_session = :exam_session) AS results
FROM candidate c WHERE c.exam_session = :exam_session AND c.state = 'registered'

-- maybe: prefill
SELECT s.version FROM exam_session s WHERE s.id = :exam_session

-- step: lock
{{exam_session_lock}}

-- step: results
SELECT r.id FROM result r WHERE r.exam_session = :exam_session LIMIT 1

-- step: graded
SELECT x.id FROM exam x WHERE x.exam_session = :exam_session AND x.state = 'confirmed' FOR UPDATE

-- step: cancel
UPDATE exam_session SET state = 'cancelled', cancelled_at = UTC_TIMESTAMP(), version = version + 1 WHERE id = :exam_session
