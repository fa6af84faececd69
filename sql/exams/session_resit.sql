-- A re-sit of an ordinary session: a draft of its own, for those who did not pass.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- The re-sits there are already.
-- many: resits/session
{{exam_resits}}

-- maybe: prefill
SELECT s.name, s.name_en FROM exam_session s WHERE s.id = :exam_session

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
