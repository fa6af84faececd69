-- The last step: all of it to look over, what it will make, what it lacks.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- many: instances/instance
SELECT t.*, (SELECT COUNT(*) FROM course_registration r WHERE r.course_instance = t.id AND r.state = 'registered') AS students
FROM ({{exam_instances}}) t
ORDER BY t.course_code, t.starts, t.id

-- many: missing/lack
{{exam_missing}}

-- Whom confirming makes candidates: who did not pass, of a re-sit; else, where nobody registers, all who read the instances.
-- one: population
SELECT s.resit_of IS NOT NULL AS resit, EXISTS (SELECT 1 FROM result x WHERE x.exam_session = s.resit_of) AS results_in,
       (SELECT COUNT(*) FROM ({{exam_failed}}) f) AS failed,
       (SELECT COUNT(DISTINCT r.person) FROM exam_session_instance n
        JOIN course_registration r ON r.course_instance = n.course_instance AND r.state = 'registered'
        WHERE n.exam_session = s.id) AS students,
       COALESCE(TIMESTAMP(s.starts_on, s.starts_at) < :clock, 0) AS past
FROM exam_session s WHERE s.id = :exam_session

-- maybe: prefill
SELECT s.version, s.resit_of IS NOT NULL AS enrol FROM exam_session s WHERE s.id = :exam_session

-- step: lock
{{exam_session_lock}}

-- The session keeps the scale's version of today.
-- step: confirm
UPDATE exam_session s
JOIN (SELECT MIN(v.id) AS id FROM exam_session_instance n JOIN module m ON m.id = n.module JOIN grading_scale g ON g.id = m.grading_scale
      JOIN scale_version v ON v.grading_scale = g.id AND v.number = g.latest WHERE n.exam_session = :exam_session) k
SET s.state = 'confirmed', s.confirmed_at = UTC_TIMESTAMP(), s.scale_version = k.id, s.version = s.version + 1
WHERE s.id = :exam_session

-- step: insert_exam
INSERT INTO exam (institution, exam_session) SELECT s.institution, s.id FROM exam_session s WHERE s.id = :exam_session

-- step: insert_committee
INSERT INTO exam_committee (exam, number, name) VALUES (:exam, 1, '1')

-- step: failed
{{exam_failed}}
