-- A file that was handed in is looked at and cleaned (fcgi/jobs/hand_in.c). :candidate, whose newest file it is.

-- step: newest
SELECT h.number, h.state, h.file_bytes FROM hand_in h
WHERE h.candidate = :candidate ORDER BY h.number DESC LIMIT 1

-- step: pieces
SELECT p.bytes FROM hand_in_piece p WHERE p.candidate = :candidate AND p.number = :number AND p.piece = :piece

-- step: of_session
SELECT s.id AS exam_session FROM exam_session s
WHERE s.id = (SELECT c.exam_session FROM candidate c WHERE c.id = :candidate) LOCK IN SHARE MODE

-- step: of_exam
SELECT x.id AS exam FROM exam x
WHERE x.exam_session = (SELECT c.exam_session FROM candidate c WHERE c.id = :candidate) LOCK IN SHARE MODE

-- step: lock
SELECT c.id, c.handed_in, MD5(CONCAT('hand_in ', c.id, ' ', :number)) AS request,
       (SELECT MAX(h.number) FROM hand_in h WHERE h.candidate = c.id) AS newest,
       (SELECT h.state FROM hand_in h WHERE h.candidate = c.id AND h.number = :number) AS state,
       (SELECT h.file_name FROM hand_in h WHERE h.candidate = c.id AND h.number = :number) AS file_name
FROM candidate c WHERE c.id = :candidate FOR UPDATE

-- step: looked_at
UPDATE hand_in SET state = :state, media = :media, error = :error WHERE candidate = :candidate AND number = :number

-- step: unchecked
UPDATE hand_in SET error = 'file_unchecked' WHERE candidate = :candidate AND number = :number AND state = 'new'

-- step: clear
DELETE b FROM paper_piece b
JOIN exam x ON x.id = b.exam
JOIN exam_identity t ON t.exam_session = x.exam_session AND t.code = b.code
WHERE t.candidate = :candidate

-- step: piece
INSERT INTO paper_piece (exam, code, piece, bytes)
SELECT p.exam, p.code, :piece, :bytes
FROM exam_identity t JOIN paper p ON p.exam_session = t.exam_session AND p.code = t.code
WHERE t.candidate = :candidate

-- step: paper
UPDATE paper p
JOIN exam_identity t ON t.exam_session = p.exam_session AND t.code = p.code
SET p.handed_in = 1, p.media = :media
WHERE t.candidate = :candidate

-- What was handed in before it and was good counts again; else what a planner had marked before any file came; else nothing was.
-- step: fall_back
UPDATE candidate c
LEFT JOIN hand_in h ON h.candidate = c.id
  AND h.number = (SELECT MAX(n.number) FROM hand_in n WHERE n.candidate = :candidate AND n.state = 'clean')
LEFT JOIN (SELECT b.id, b.handed_in_at FROM candidate FOR SYSTEM_TIME ALL b WHERE b.id = :candidate AND NOT b.handed_in <=> 'file'
           ORDER BY b.row_end DESC, b.version DESC LIMIT 1) m ON m.id = c.id
SET c.handed_in_at = COALESCE(h.at, m.handed_in_at),
  c.handed_in = CASE WHEN h.at IS NOT NULL THEN 'file' WHEN m.handed_in_at IS NOT NULL THEN 'mark' END, c.version = c.version + 1
WHERE c.id = :candidate AND c.handed_in = 'file'

-- step: paper_back
UPDATE paper p
JOIN exam_identity t ON t.exam_session = p.exam_session AND t.code = p.code
JOIN candidate c ON c.id = t.candidate
SET p.handed_in = c.handed_in_at IS NOT NULL
WHERE t.candidate = :candidate
