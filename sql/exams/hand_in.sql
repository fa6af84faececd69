-- A student hands in a file, again and again until the end; what came, when, and what became of it.
-- one: session
{{exam_session_head}}
WHERE s.id = (SELECT c.exam_session FROM candidate c WHERE c.id = :candidate)

-- one: candidate
SELECT c.id, {{hand_in_stage}} AS stage, c.handed_in, c.handed_in_at, c.extra_minutes, c.state,
       DATE({{candidate_ends}}) AS until_on, TIME_FORMAT({{candidate_ends}}, '%H:%i') AS until_at
FROM candidate c
JOIN exam_session s ON s.id = c.exam_session
LEFT JOIN exam x ON x.exam_session = s.id
WHERE c.id = :candidate

-- The newest first; it alone counts once it is good.
-- many: files/file
SELECT h.number, h.file_name, h.file_bytes, CEIL(h.file_bytes / 1024) AS kilobytes, h.at, h.state, h.error,
       h.number < (SELECT MAX(n.number) FROM hand_in n WHERE n.candidate = h.candidate AND (n.state = 'clean' OR h.state <> 'clean'))
         AS replaced
FROM hand_in h WHERE h.candidate = :candidate ORDER BY h.number DESC

-- step: of_session
SELECT s.id AS exam_session FROM exam_session s
WHERE s.id = (SELECT c.exam_session FROM candidate c WHERE c.id = :candidate) LOCK IN SHARE MODE

-- step: of_exam
SELECT x.id AS exam FROM exam x WHERE x.exam_session = :exam_session LOCK IN SHARE MODE

-- Session and exam are only held against being changed, so that five hundred can hand in at the same time.
-- step: lock
SELECT c.id, c.attendance,
       (SELECT {{hand_in_stage}} FROM exam_session s LEFT JOIN exam x ON x.exam_session = s.id WHERE s.id = c.exam_session) AS stage,
       (SELECT COALESCE(MAX(h.number), 0) FROM hand_in h WHERE h.candidate = c.id) AS number
FROM candidate c WHERE c.id = :candidate FOR UPDATE

-- step: insert
INSERT INTO hand_in (candidate, number, at, file_name, file_bytes)
VALUES (:candidate, :number, :now, :file_name, :file_bytes)

-- step: piece
INSERT INTO hand_in_piece (candidate, number, piece, bytes) VALUES (:candidate, :number, :piece, :bytes)

-- Who hands in is there.
-- step: handed_in
UPDATE candidate
SET handed_in = 'file', handed_in_at = :now, attendance = 'present', version = version + 1
WHERE id = :candidate

-- step: paper
UPDATE paper p
JOIN exam_identity t ON t.exam_session = p.exam_session AND t.code = p.code
SET p.handed_in = 1
WHERE t.candidate = :candidate AND p.handed_in = 0
