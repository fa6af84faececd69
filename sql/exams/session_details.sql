-- The details of a session: the first step of a draft, and what may still change of a confirmed one.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- maybe: prefill
SELECT {{exam_history_shown}}, s.institution, s.version FROM exam_session s WHERE s.id = :exam_session

-- step: lock
{{exam_session_lock}}

-- step: shown
SELECT {{exam_history_shown}} FROM exam_session s WHERE s.id = :exam_session

-- Kinds and codes stay when the session is confirmed: its exam and codes are made by them.
-- step: check
SELECT 'type' AS field, 'error.exam_kept' AS error FROM exam_session s
WHERE s.id = :exam_session AND s.state <> 'draft' AND s.type <> :type
UNION ALL SELECT 'anonymous', 'error.exam_kept' FROM exam_session s
WHERE s.id = :exam_session AND s.state <> 'draft' AND s.anonymous <> :anonymous
UNION ALL SELECT 'code_prefix', 'error.exam_kept' FROM exam_session s
WHERE s.id = :exam_session AND s.state <> 'draft' AND s.anonymous = 1 AND NOT BINARY COALESCE(s.code_prefix, '') = BINARY COALESCE(:code_prefix, '')
UNION ALL SELECT 'code_format', 'error.exam_kept' FROM exam_session s
WHERE s.id = :exam_session AND s.state <> 'draft' AND s.code_format <> :code_format
UNION ALL SELECT 'type', 'error.exam_not_resit' FROM exam_session s
WHERE s.id = :exam_session AND s.resit_of IS NOT NULL AND :type = 'digital_exam'
UNION ALL {{exam_details_check}}

-- step: update
UPDATE exam_session SET type = :type, name = :name, name_en = :name_en, date_mode = :date_mode,
  starts_on = IF(:date_mode = 'none', NULL, :starts_on), starts_at = IF(:date_mode = 'none', NULL, :starts_at),
  ends_on = CASE :date_mode WHEN 'none' THEN NULL WHEN 'day' THEN :starts_on ELSE :ends_on END,
  ends_at = IF(:date_mode = 'none', NULL, :ends_at), place = :place, anonymous = :anonymous,
  code_prefix = IF(:anonymous = 1, :code_prefix, NULL), code_format = :code_format, code_shown = :code_shown,
  registration = :registration, registers_from = IF(:registration = 1, :registers_from, NULL),
  registers_to = IF(:registration = 1, :registers_to, NULL), version = version + 1
WHERE id = :exam_session
