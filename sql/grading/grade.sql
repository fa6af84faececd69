-- The papers of an assessor's committees, marked row by row. Nothing here tells whose a paper is, unless the session is not anonymous.

-- one: exam
{{exam_head}}
WHERE x.id = :exam

-- How far the viewer has come. wanted: handed in, and still without as many marks as they shall have. Not asked where single papers
-- are looked for, as the script does at each row it saves.
-- maybe: progress
{if q} SELECT NULL AS papers FROM DUAL WHERE FALSE {end}
{unless q}
SELECT COUNT(*) AS papers, COALESCE(SUM(p.handed_in), 0) AS handed_in, COALESCE(SUM(v.grade IS NOT NULL), 0) AS mine,
       COALESCE(SUM({{paper_state}} IN ('unmarked', 'partly') AND v.grade IS NULL), 0) AS wanted,
       COALESCE(SUM({{paper_state}} = 'disagree'), 0) AS disagree
FROM paper p
JOIN exam x ON x.id = p.exam
LEFT JOIN mark v ON v.exam = p.exam AND v.code = p.code AND v.person = :viewer
WHERE p.exam = :exam AND p.void = 0 AND {{paper_mine}}
{end}

-- many: grades/grade
{{exam_grades}}

-- full: others have given all the marks there shall be. other: a colleague's mark, once one has given one's own or need give none.
-- list: papers/paper
-- rows: 100
-- columns: code, student, handed_in, points, grade, comment, other, state
-- sort: code p.code; points v.points, p.code; grade v.grade, p.code
SELECT p.code, IF(kp.protected = 0, kp.name, NULL) AS student, p.handed_in, p.media IS NOT NULL AS file, v.points, v.grade AS grade_position,
       {{grade_symbol}} AS grade, v.comment, COALESCE(v.version, 0) AS row_version, {{paper_state}} AS state,
       v.code IS NULL AND (SELECT COUNT(*) FROM mark y WHERE y.exam = p.exam AND y.code = p.code) >= x.marks AS full,
       IF(v.grade IS NOT NULL OR p.marks >= x.marks, op.name, NULL) AS other,
       IF(v.grade IS NOT NULL OR p.marks >= x.marks, o.points, NULL) AS other_points,
       IF(v.grade IS NOT NULL OR p.marks >= x.marks, og.position, NULL) AS other_position,
       IF(v.grade IS NOT NULL OR p.marks >= x.marks, o.comment, NULL) AS other_comment
FROM (
  SELECT p.code
  FROM {{grade_papers_choice}}
  {order} LIMIT :list_rows OFFSET :list_skip
) c
JOIN paper p ON p.exam = :exam AND p.code = c.code
JOIN exam x ON x.id = p.exam
JOIN exam_session s ON s.id = x.exam_session
LEFT JOIN mark v ON v.exam = p.exam AND v.code = p.code AND v.person = :viewer
LEFT JOIN scale_grade sg ON sg.scale_version = s.scale_version AND sg.position = v.grade
LEFT JOIN mark o ON o.exam = p.exam AND o.code = p.code
  AND o.person = (SELECT MIN(y.person) FROM mark y WHERE y.exam = p.exam AND y.code = p.code AND y.person <> :viewer)
LEFT JOIN person op ON op.id = o.person
LEFT JOIN scale_grade og ON og.scale_version = s.scale_version AND og.position = o.grade
{{paper_named}}
-- total:
SELECT COUNT(*) FROM {{grade_papers_choice}}

-- The exam row is held shared by who saves, so that they do not wait for each other; when it is to be written (the first mark, the
-- minute of the last edit), it is held alone from the start.
-- step: look
SELECT x.state = 'not_started' OR x.edited_at IS NULL OR x.edited_at < UTC_TIMESTAMP() - INTERVAL 1 MINUTE AS due
FROM exam x WHERE x.id = :exam

-- step: lock
{{exam_lock}}

-- step: share
SELECT 'exam' AS thing, x.*, (SELECT s.state FROM exam_session s WHERE s.id = x.exam_session) AS session_state
FROM exam x WHERE x.id = :exam LOCK IN SHARE MODE

-- step: touch
UPDATE exam SET state = 'started', edited_at = UTC_TIMESTAMP() WHERE id = :exam

-- step: lock_papers
SELECT STRAIGHT_JOIN p.code
FROM JSON_TABLE(:codes, '$[*]' COLUMNS (code VARCHAR(30) PATH '$')) t
JOIN paper p ON p.exam = :exam AND p.code = CONVERT(t.code USING utf8mb4) COLLATE utf8mb4_nopad_bin
FOR UPDATE

-- step: rows
SELECT p.code, p.handed_in, {{paper_mine}} AS mine, p.void, v.code IS NOT NULL AS marked, v.points, v.grade, v.comment,
       COALESCE(v.version, 0) AS row_version,
       (SELECT COUNT(*) FROM mark m WHERE m.exam = p.exam AND m.code = p.code AND m.person <> :viewer) AS others,
       o.points AS other_points, o.grade AS other_grade
FROM JSON_TABLE(:codes, '$[*]' COLUMNS (code VARCHAR(30) PATH '$')) t
JOIN paper p ON p.exam = :exam AND p.code = CONVERT(t.code USING utf8mb4) COLLATE utf8mb4_nopad_bin
LEFT JOIN mark v ON v.exam = p.exam AND v.code = p.code AND v.person = :viewer
LEFT JOIN mark o ON o.exam = p.exam AND o.code = p.code
  AND o.person = (SELECT MIN(y.person) FROM mark y WHERE y.exam = p.exam AND y.code = p.code AND y.person <> :viewer)

-- step: insert
INSERT INTO mark (exam, code, person, points, grade, comment) VALUES (:exam, :code, :viewer, :points, :grade, :comment)

-- step: update
UPDATE mark SET points = :points, grade = :grade, comment = :comment, version = version + 1
WHERE exam = :exam AND code = :code AND person = :viewer

-- step: remove
DELETE FROM mark WHERE exam = :exam AND code = :code AND person = :viewer

-- What all marks of the papers together come to.
-- step: outcomes
SELECT p.code, COUNT(m.code) AS marks,
       IF(COUNT(m.code) >= x.marks AND MIN(m.grade) = MAX(m.grade) AND MIN(m.points) <=> MAX(m.points), MIN(m.points), NULL) AS points,
       IF(COUNT(m.code) >= x.marks AND MIN(m.grade) = MAX(m.grade) AND MIN(m.points) <=> MAX(m.points), MIN(m.grade), NULL) AS grade
FROM JSON_TABLE(:codes, '$[*]' COLUMNS (code VARCHAR(30) PATH '$')) t
JOIN exam x ON x.id = :exam
JOIN paper p ON p.exam = x.id AND p.code = CONVERT(t.code USING utf8mb4) COLLATE utf8mb4_nopad_bin
LEFT JOIN mark m ON m.exam = p.exam AND m.code = p.code AND {{paper_complete}}
GROUP BY p.code, x.marks

-- step: outcome
UPDATE paper SET points = :points, grade = :grade, marks = :marks, version = version + 1 WHERE exam = :exam AND code = :code
