-- Whose students may sit: searched for among the institution's course instances, added, removed. Without a search a few of those
-- that are not over, which students read first. `more`: there are more than are shown.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- maybe: search
SELECT :course_code AS course_code, :course_name AS course_name, :instance_code AS instance_code, :department AS department,
       (SELECT 1 FROM DUAL WHERE COALESCE(:course_code, :course_name, :instance_code, :department) IS NOT NULL) AS asked
FROM DUAL

-- many: found/instance
SELECT ci.id, ci.code, ci.term, ci.starts, ci.ends, ci.pace, ci.mode, ci.place, c.code AS course_code,
       IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS course_name, c.credits AS course_credits, c.department,
       CONCAT(c.code, ' ', ci.code) AS name,
       (SELECT COUNT(*) FROM course_registration r WHERE r.course_instance = ci.id AND r.state = 'registered') AS students,
       (SELECT COUNT(*) FROM module m WHERE m.institution = c.institution AND m.course = c.id AND (m.closed_on IS NULL OR m.closed_on > :today))
         AS modules,
       COUNT(*) OVER () > {if course_code, course_name, instance_code, department} 50 {end} {unless course_code, course_name, instance_code, department} 8 {end}
         AS more
FROM exam_session s
JOIN course_instance ci ON ci.institution = s.institution
JOIN course c ON c.id = ci.course
LEFT JOIN exam_session_instance n ON n.exam_session = s.id AND n.course_instance = ci.id
WHERE s.id = :exam_session AND n.course_instance IS NULL
  {if course_code} AND c.code LIKE CONCAT(:course_code, '%') {end}
  {if course_name} AND (c.name LIKE CONCAT('%', :course_name, '%') OR c.name_en LIKE CONCAT('%', :course_name, '%')) {end}
  {if instance_code} AND ci.code LIKE CONCAT('%', :instance_code, '%') {end}
  {if department} AND (c.department LIKE CONCAT('%', :department, '%') OR ci.place LIKE CONCAT('%', :department, '%')) {end}
  {unless course_code, course_name, instance_code, department} AND ci.ends >= :today {end}
ORDER BY {unless course_code, course_name, instance_code, department} students = 0, {end} c.code, ci.starts DESC, ci.id
LIMIT {if course_code, course_name, instance_code, department} 50 {end} {unless course_code, course_name, instance_code, department} 8 {end}

-- many: instances/instance
SELECT t.*, (SELECT COUNT(*) FROM course_registration r WHERE r.course_instance = t.id AND r.state = 'registered') AS students,
       (SELECT COUNT(*) FROM candidate k WHERE k.exam_session = :exam_session AND k.course_instance = t.id) AS candidates
FROM ({{exam_instances}}) t
ORDER BY t.course_code, t.starts, t.id

-- maybe: prefill
SELECT s.version FROM exam_session s WHERE s.id = :exam_session

-- step: lock
{{exam_session_lock}}

-- step: chosen
SELECT n.course_instance AS id, ci.code, n.module,
       EXISTS (SELECT 1 FROM candidate k WHERE k.exam_session = n.exam_session AND k.course_instance = n.course_instance) AS sat
FROM exam_session_instance n JOIN course_instance ci ON ci.id = n.course_instance
WHERE n.exam_session = :exam_session

-- The instance, when it is the same institution's. fits: to a confirmed session it comes with the first of its modules that has the
-- credits and the scale of those there are.
-- step: known
SELECT ci.id, ci.code,
       (SELECT m.id FROM module m
        JOIN (SELECT MIN(k.credits) AS credits, MIN(k.grading_scale) AS grading_scale, MIN(k.code) AS code
              FROM exam_session_instance n JOIN module k ON k.id = n.module WHERE n.exam_session = :exam_session) t
        WHERE m.institution = ci.institution AND m.course = ci.course AND m.credits = t.credits AND m.grading_scale = t.grading_scale
          AND (m.closed_on IS NULL OR m.closed_on > :today)
        ORDER BY m.code <> t.code, m.code LIMIT 1) AS fits
FROM exam_session s JOIN course_instance ci ON ci.institution = s.institution AND ci.id = :instance
WHERE s.id = :exam_session LOCK IN SHARE MODE

-- step: insert
INSERT INTO exam_session_instance (exam_session, course_instance, institution, module)
SELECT s.id, :instance, s.institution, :module FROM exam_session s WHERE s.id = :exam_session

-- step: delete
DELETE FROM exam_session_instance WHERE exam_session = :exam_session AND course_instance = :instance

-- step: touch
UPDATE exam_session SET version = version + 1 WHERE id = :exam_session
