-- What the session concerns: a module an instance, all of equal credits on one scale; never the course itself.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- many: instances/instance
{{exam_instances}}

-- What may be chosen, each once a course: open modules, and what is chosen already.
-- many: modules/module
SELECT m.id, m.course, m.code, IF(:lang = 'en', COALESCE(m.name_en, m.name), m.name) AS name, m.credits,
       IF(:lang = 'en', COALESCE(g.name_en, g.name), g.name) AS scale_name
FROM module m JOIN grading_scale g ON g.id = m.grading_scale
WHERE m.course IN (SELECT ci.course FROM exam_session_instance n JOIN course_instance ci ON ci.id = n.course_instance
                   WHERE n.exam_session = :exam_session)
  AND (m.closed_on IS NULL OR m.closed_on > :today
       OR m.id IN (SELECT n.module FROM exam_session_instance n WHERE n.exam_session = :exam_session))
ORDER BY m.course, m.code

-- A course's only module is proposed.
-- many: prefill_each/entry
SELECT 'module' AS field, n.course_instance AS `key`,
       COALESCE(n.module, (SELECT IF(COUNT(*) = 1, MIN(m.id), NULL) FROM module m
                           WHERE m.institution = ci.institution AND m.course = ci.course AND (m.closed_on IS NULL OR m.closed_on > :today))) AS value
FROM exam_session_instance n JOIN course_instance ci ON ci.id = n.course_instance
WHERE n.exam_session = :exam_session

-- maybe: prefill
SELECT s.version FROM exam_session s WHERE s.id = :exam_session

-- step: lock
{{exam_session_lock}}

-- Each instance with its module in the words of the history. kept: there are results of it.
-- step: chosen
SELECT n.course_instance AS id, ci.code, ci.course, n.module, m.code AS module_code,
       EXISTS (SELECT 1 FROM result r WHERE r.exam_session = n.exam_session AND r.course_instance = n.course_instance) AS kept
FROM exam_session_instance n JOIN course_instance ci ON ci.id = n.course_instance
LEFT JOIN module m ON m.id = n.module
WHERE n.exam_session = :exam_session ORDER BY n.course_instance

-- The module, when it is one of the course's. same_scale: as the session was confirmed with; NULL of a draft.
-- step: module
SELECT m.id, m.code, m.credits, m.grading_scale,
       m.grading_scale = (SELECT v.grading_scale FROM exam_session s JOIN scale_version v ON v.id = s.scale_version WHERE s.id = :exam_session)
         AS same_scale
FROM module m
WHERE m.id = :module AND m.course = :course AND (m.closed_on IS NULL OR m.closed_on > :today
  OR m.id IN (SELECT n.module FROM exam_session_instance n WHERE n.exam_session = :exam_session)) LOCK IN SHARE MODE

-- step: set
UPDATE exam_session_instance SET module = :module WHERE exam_session = :exam_session AND course_instance = :instance

-- step: touch
UPDATE exam_session SET version = version + 1 WHERE id = :exam_session
