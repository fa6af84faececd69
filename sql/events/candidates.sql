-- How people become candidates of a session and cease to be (fcgi/workflow/exams_candidate.c): as many statements for one as for
-- thousands. The caller has locked the exam_session row. :people is a list of ids, "[3,17]".

-- The exam's row is locked next: no candidate comes or goes once its grading is confirmed.
-- step: session
SELECT s.institution, s.code_format, s.code_prefix, x.id AS exam, COALESCE(x.state = 'confirmed', 0) AS graded
FROM exam_session s LEFT JOIN exam x ON x.exam_session = s.id
WHERE s.id = :session FOR UPDATE

-- Read with a lock, so that whoever came in since this transaction began makes it begin anew.
-- step: codes
SELECT k.code FROM exam_code k WHERE k.exam_session = :session LOCK IN SHARE MODE

-- Who of :people reads one of the session's instances and is not a candidate now. Without :people all who read them and have
-- never been one, so that who withdrew is not fetched back.
-- step: enrollable
SELECT r.person, MAX(c.id) IS NULL AS uncoded FROM exam_session_instance si
JOIN course_registration r ON r.course_instance = si.course_instance AND r.state = 'registered'
LEFT JOIN candidate c ON c.exam_session = si.exam_session AND c.person = r.person
WHERE si.exam_session = :session
  {if people}
  AND r.person IN (SELECT j.person FROM JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j)
  AND (c.id IS NULL OR c.state = 'withdrawn')
  {end}
  {unless people} AND c.id IS NULL {end}
GROUP BY r.person

-- Of several instances that a student reads, the one that begins last.
-- step: insert
INSERT INTO candidate (institution, exam_session, course_instance, person, registered_at, by_self)
SELECT si.institution, si.exam_session,
       SUBSTRING_INDEX(GROUP_CONCAT(i.id ORDER BY i.starts DESC, i.id DESC), ',', 1), r.person, UTC_TIMESTAMP(), :by_self
FROM exam_session_instance si
JOIN course_instance i ON i.id = si.course_instance
JOIN course_registration r ON r.course_instance = si.course_instance AND r.state = 'registered'
LEFT JOIN candidate c ON c.exam_session = si.exam_session AND c.person = r.person
WHERE si.exam_session = :session AND c.id IS NULL
  AND r.person IN (SELECT j.person FROM JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j)
GROUP BY si.institution, si.exam_session, r.person

-- Who withdrew keeps the code.
-- step: resume
UPDATE candidate c
JOIN JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j ON j.person = c.person
SET c.state = 'registered', c.registered_at = UTC_TIMESTAMP(), c.by_self = :by_self, c.version = c.version + 1
WHERE c.exam_session = :session AND c.state = 'withdrawn'

-- But not an instance that they have left meanwhile.
-- step: move
{{candidates_move}}

-- step: uncoded
SELECT c.id FROM candidate c LEFT JOIN exam_identity t ON t.candidate = c.id
WHERE c.exam_session = :session AND t.candidate IS NULL

-- step: code
INSERT INTO exam_code (exam_session, code)
SELECT :session, j.code
FROM JSON_TABLE(:coded, '$[*]' COLUMNS (code VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin PATH '$[1]')) j

-- step: identity
INSERT INTO exam_identity (candidate, exam_session, code)
SELECT j.candidate, :session, j.code
FROM JSON_TABLE(:coded, '$[*]' COLUMNS (candidate INT UNSIGNED PATH '$[0]',
                                        code VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin PATH '$[1]')) j

-- step: papers
INSERT INTO paper (exam, code, exam_session)
SELECT x.id, j.code, x.exam_session
FROM exam x
JOIN JSON_TABLE(:coded, '$[*]' COLUMNS (code VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin PATH '$[1]')) j
WHERE x.exam_session = :session

-- A paper is void while its candidate has withdrawn. Its version stays: assessors are to count nothing by it.
-- step: void
UPDATE candidate c
JOIN JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j ON j.person = c.person
JOIN exam_identity t ON t.candidate = c.id
JOIN paper p ON p.exam_session = c.exam_session AND p.code = t.code
SET p.void = (c.state = 'withdrawn')
WHERE c.exam_session = :session

-- Who has a result that is ready or attested stays (candidate_resulted). Joined, since the rows of a subquery are not locked: a result that
-- became ready since this transaction began makes it begin anew.
-- step: withdrawable
SELECT c.person FROM candidate c
JOIN JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j ON j.person = c.person
LEFT JOIN result v ON v.candidate = c.id
WHERE c.exam_session = :session AND c.state = 'registered' AND COALESCE(v.state, 'draft') = 'draft'
FOR UPDATE

-- step: withdraw
UPDATE candidate c
JOIN JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j ON j.person = c.person
SET c.state = 'withdrawn', c.version = c.version + 1
WHERE c.exam_session = :session AND c.state = 'registered'

-- One event each; never with a code.
-- step: events
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, institution, request)
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, 'exams',
       CASE WHEN c.state = 'withdrawn' THEN 'candidate.withdrawn' WHEN c.version = 1 THEN 'candidate.registered' ELSE 'candidate.resumed' END,
       'candidate', c.id, c.version, c.institution, :request
FROM candidate c
JOIN JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j ON j.person = c.person
WHERE c.exam_session = :session
ORDER BY c.id

-- What was last written of one.
-- step: event
SELECT MAX(e.id) AS id FROM event e WHERE e.thing = 'candidate' AND e.thing_id = :candidate
