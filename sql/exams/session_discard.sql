-- A draft is thrown away.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- maybe: prefill
SELECT s.version FROM exam_session s WHERE s.id = :exam_session

-- step: lock
{{exam_session_lock}}

-- step: delete_instances
DELETE FROM exam_session_instance WHERE exam_session = :exam_session

-- step: delete_examiners
DELETE FROM exam_examiner WHERE exam_session = :exam_session

-- step: delete
DELETE FROM exam_session WHERE id = :exam_session
