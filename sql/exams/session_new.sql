-- The first step of a new exam session. It leaves a draft, which may be gone on with at any time.
-- many: institutions/institution
SELECT i.id, i.name FROM institution i WHERE i.id IN ({{viewer_plans_exams}}) ORDER BY i.name {collate}

-- maybe: prefill
SELECT MIN(i.id) AS institution, 'digital_exam' AS type, 'day' AS date_mode, 1 AS anonymous, 'numbered' AS code_format,
       'always' AS code_shown, 1 AS registration, 0 AS version
FROM institution i WHERE i.id IN ({{viewer_plans_exams}})

-- step: check
SELECT 'institution' AS field, 'error.unknown' AS error FROM DUAL WHERE COALESCE(:institution, 0) NOT IN ({{viewer_plans_exams}})
UNION ALL {{exam_details_check}}

-- step: insert
INSERT INTO exam_session (institution, type, name, name_en, date_mode, starts_on, starts_at, ends_on, ends_at, place, anonymous,
  code_prefix, code_format, code_shown, registration, registers_from, registers_to, person, made_at)
VALUES (:institution, :type, :name, :name_en, :date_mode, IF(:date_mode = 'none', NULL, :starts_on),
  IF(:date_mode = 'none', NULL, :starts_at), CASE :date_mode WHEN 'none' THEN NULL WHEN 'day' THEN :starts_on ELSE :ends_on END,
  IF(:date_mode = 'none', NULL, :ends_at), :place, :anonymous, IF(:anonymous = 1, :code_prefix, NULL), :code_format, :code_shown,
  :registration, IF(:registration = 1, :registers_from, NULL), IF(:registration = 1, :registers_to, NULL), :viewer, UTC_TIMESTAMP())
