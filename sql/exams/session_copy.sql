-- A draft like an earlier session, in a year's time if nothing else is said.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session


-- maybe: prefill
SELECT s.name, s.name_en, s.starts_on + INTERVAL 52 WEEK AS starts_on, 1 AS copy_instances FROM exam_session s WHERE s.id = :exam_session

-- step: source
{{exam_session_lock}}

-- step: check
{{exam_copied_check}}

-- step: insert
{{exam_copied}}

-- step: instances
{{exam_copied_instances}}

-- step: examiners
{{exam_copied_examiners}}
