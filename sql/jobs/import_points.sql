-- Points and grades of an assessor's papers in one exam (:exam), by code. An empty cell leaves what is there; a grade that is not
-- given follows from the points by the exam's boundaries, as on the page.

-- step: lock_all_exam
{{exam_lock}}

-- step: match_row_begin
UPDATE import_row r SET r.thing_id = NULL, r.title = r.code, r.same = r.code, r.grade_position = NULL WHERE {{import_rows}}

-- step: match_row_shut
INSERT INTO import_note (import, line, number, kind, error)
SELECT r.import, r.number, 1000, 'fault', IF(x.state = 'confirmed', 'exam_confirmed', 'exam_cancelled')
FROM import_row r JOIN exam x ON x.id = :exam JOIN exam_session s ON s.id = x.exam_session
WHERE {{import_rows}} AND (x.state = 'confirmed' OR s.state <> 'confirmed')

-- step: match_all_twice
INSERT INTO import_note (import, line, number, kind, field, error, subject)
SELECT r.import, r.number, 1001, 'fault', 'code', 'import_twice', n.first FROM {{import_twice}}

-- step: match_row_unknown
INSERT INTO import_note (import, line, number, kind, field, error, new_value)
SELECT r.import, r.number, 1002, 'fault', 'code', 'paper_unknown', r.code
FROM import_row r
WHERE {{import_rows}} AND r.code IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM paper p WHERE p.exam = :exam AND p.code = r.code AND p.void = 0 AND {{paper_mine}})

-- step: match_row_absent
INSERT INTO import_note (import, line, number, kind, field, error)
SELECT r.import, r.number, 1003, 'fault', 'code', IF(p.handed_in = 0, 'paper_not_handed_in', 'paper_has_marks')
FROM import_row r
JOIN exam x ON x.id = :exam
JOIN paper p ON p.exam = x.id AND p.code = r.code AND p.void = 0 AND {{paper_mine}}
WHERE {{import_rows}} AND {{import_mark_given}}
  AND (p.handed_in = 0
       OR (NOT EXISTS (SELECT 1 FROM mark v WHERE v.exam = p.exam AND v.code = p.code AND v.person = :viewer)
           AND (SELECT COUNT(*) FROM mark m WHERE m.exam = p.exam AND m.code = p.code) >= x.marks))

-- step: match_row_points
INSERT INTO import_note (import, line, number, kind, field, error, new_value)
SELECT r.import, r.number, 1004, 'fault', 'points', IF(x.points_most IS NULL, 'no_points', 'import_points_most'), r.points
FROM import_row r JOIN exam x ON x.id = :exam
WHERE {{import_rows}} AND r.points IS NOT NULL AND (x.points_most IS NULL OR r.points > x.points_most)

-- step: match_row_grade
UPDATE import_row r
JOIN exam x ON x.id = :exam
JOIN exam_session s ON s.id = x.exam_session
JOIN scale_grade sg ON sg.scale_version = s.scale_version
  AND r.grade IN (sg.symbol, COALESCE(sg.symbol_nn, sg.symbol), COALESCE(sg.symbol_sv, sg.symbol), COALESCE(sg.symbol_en, sg.symbol))
SET r.grade_position = sg.position
WHERE {{import_rows}}

-- step: match_row_no_grade
INSERT INTO import_note (import, line, number, kind, field, error, new_value)
SELECT r.import, r.number, 1005, 'fault', 'grade', 'grade_not_of_scale', r.grade
FROM import_row r WHERE {{import_rows}} AND r.grade IS NOT NULL AND r.grade_position IS NULL

-- A grade that somebody had chosen against the boundaries stays.
-- step: match_row_propose
UPDATE import_row r
LEFT JOIN mark m ON m.exam = :exam AND m.code = r.code AND m.person = :viewer
SET r.grade_position = COALESCE((SELECT MAX(b.position) FROM exam_boundary b WHERE b.exam = :exam AND b.points_from <= r.points), 1)
WHERE {{import_rows}} AND r.grade IS NULL AND r.points IS NOT NULL
  AND EXISTS (SELECT 1 FROM exam_boundary b WHERE b.exam = :exam)
  AND (m.grade IS NULL OR (m.points IS NOT NULL AND m.grade = {{boundary_grade}}))

-- A row that gives nothing but a code, as the grid's own file has them, changes nothing.
-- step: match_row_found
UPDATE import_row r LEFT JOIN mark m ON m.exam = :exam AND m.code = r.code AND m.person = :viewer SET r.thing_id = :exam
WHERE {{import_rows}} AND (m.code IS NOT NULL OR NOT {{import_mark_given}})

-- step: match_row_changes
INSERT INTO import_note (import, line, number, kind, field, old_value, new_value)
SELECT r.import, r.number, 1, 'change', 'points', m.points, r.points
FROM import_row r JOIN mark m ON m.exam = :exam AND m.code = r.code AND m.person = :viewer
WHERE {{import_rows}} AND r.points IS NOT NULL AND NOT r.points <=> m.points
UNION ALL
SELECT r.import, r.number, 2, 'change', 'grade', o.symbol, n.symbol
FROM import_row r JOIN mark m ON m.exam = :exam AND m.code = r.code AND m.person = :viewer
JOIN exam x ON x.id = m.exam JOIN exam_session s ON s.id = x.exam_session
LEFT JOIN scale_grade o ON o.scale_version = s.scale_version AND o.position = m.grade
LEFT JOIN scale_grade n ON n.scale_version = s.scale_version AND n.position = r.grade_position
WHERE {{import_rows}} AND r.grade_position IS NOT NULL AND NOT r.grade_position <=> m.grade
UNION ALL
SELECT r.import, r.number, 3, 'change', 'comment', LEFT(m.comment, 1000), LEFT(r.comment, 1000)
FROM import_row r JOIN mark m ON m.exam = :exam AND m.code = r.code AND m.person = :viewer
WHERE {{import_rows}} AND r.comment IS NOT NULL AND NOT r.comment <=> m.comment

-- step: apply_all_event
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, institution, request)
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, :area, 'exam.marked', 'exam', x.id, x.version, x.institution, :request FROM exam x WHERE x.id = :exam

-- step: apply_all_tell
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
SELECT e.id, ROW_NUMBER() OVER (ORDER BY t.code, t.field), t.field, t.code, t.old_value, t.new_value
FROM (
  SELECT r.code, n.field, n.old_value, n.new_value
  FROM import_row r JOIN import_note n ON n.import = r.import AND n.line = r.number AND n.kind = 'change'
  WHERE r.import = :import AND r.outcome = 'changed'
  UNION ALL
  SELECT r.code, 'points', NULL, r.points FROM import_row r WHERE r.import = :import AND r.outcome = 'new' AND r.points IS NOT NULL
  UNION ALL
  SELECT r.code, 'grade', NULL, sg.symbol
  FROM import_row r JOIN exam x ON x.id = :exam JOIN exam_session s ON s.id = x.exam_session
  JOIN scale_grade sg ON sg.scale_version = s.scale_version AND sg.position = r.grade_position
  WHERE r.import = :import AND r.outcome = 'new'
  UNION ALL
  SELECT r.code, 'comment', NULL, r.comment FROM import_row r WHERE r.import = :import AND r.outcome = 'new' AND r.comment IS NOT NULL
) t
JOIN (SELECT MAX(e.id) AS id FROM event e WHERE e.thing = 'exam' AND e.thing_id = :exam AND e.request = :request) e

-- step: apply_row_insert
INSERT INTO mark (exam, code, person, points, grade, comment)
SELECT :exam, r.code, :viewer, r.points, r.grade_position, r.comment
FROM import_row r WHERE {{import_rows}} AND r.outcome = 'new' ORDER BY r.code

-- step: apply_row_change
UPDATE mark m JOIN import_row r ON r.code = m.code
SET m.points = COALESCE(r.points, m.points), m.grade = COALESCE(r.grade_position, m.grade), m.comment = COALESCE(r.comment, m.comment),
  m.version = m.version + 1
WHERE {{import_rows}} AND r.outcome = 'changed' AND m.exam = :exam AND m.person = :viewer

-- step: apply_row_version
UPDATE import_row r JOIN mark m ON m.exam = :exam AND m.code = r.code AND m.person = :viewer
SET r.thing_id = :exam, r.thing_version = m.version
WHERE {{import_rows}} AND r.outcome IN ('new', 'changed')

-- step: apply_all_outcomes
{{papers_outcomes}}

-- step: apply_all_touch
UPDATE exam SET state = 'started', edited_at = UTC_TIMESTAMP() WHERE id = :exam

-- step: hinder_row_changed
INSERT INTO import_note (import, line, number, kind, error)
SELECT r.import, r.number, 1, 'hindrance', IF(x.state = 'confirmed', 'exam_confirmed', 'undo_changed')
FROM import_row r
JOIN exam x ON x.id = :exam
LEFT JOIN mark m ON m.exam = x.id AND m.code = r.code AND m.person = :viewer
WHERE {{import_rows}} AND r.outcome IN ('new', 'changed') 
  AND (x.state = 'confirmed' OR NOT m.version <=> r.thing_version
       -- the note holds no more of the comment that was there
       OR EXISTS (SELECT 1 FROM import_note c WHERE c.import = r.import AND c.line = r.number AND c.kind = 'change' AND c.number = 3
                  AND CHAR_LENGTH(c.old_value) = 1000))

-- step: undo_all_event
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, institution, request)
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, :area, 'exam.marked', 'exam', x.id, x.version, x.institution, :request FROM exam x WHERE x.id = :exam

-- step: undo_all_tell
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
SELECT e.id, ROW_NUMBER() OVER (ORDER BY c.number), c.field, c.subject, c.new_value, c.old_value
FROM (SELECT MIN(e.id) AS first, MAX(e.id) AS id FROM event e WHERE e.thing = 'exam' AND e.thing_id = :exam AND e.request = :request) e
JOIN event_change c ON c.event = e.first

-- step: undo_row_remove
DELETE m FROM mark m JOIN import_row r ON r.code = m.code
WHERE {{import_rows}} AND r.outcome = 'new' AND m.exam = :exam AND m.person = :viewer

-- step: undo_row_restore
UPDATE mark m
JOIN import_row r ON r.code = m.code
JOIN exam x ON x.id = m.exam
JOIN exam_session s ON s.id = x.exam_session
LEFT JOIN import_note a ON a.import = r.import AND a.line = r.number AND a.kind = 'change' AND a.number = 1
LEFT JOIN import_note b ON b.import = r.import AND b.line = r.number AND b.kind = 'change' AND b.number = 2
LEFT JOIN scale_grade sg ON sg.scale_version = s.scale_version AND sg.symbol = b.old_value
LEFT JOIN import_note c ON c.import = r.import AND c.line = r.number AND c.kind = 'change' AND c.number = 3
SET m.points = IF(a.number IS NULL, m.points, a.old_value), m.grade = IF(b.number IS NULL, m.grade, sg.position),
  m.comment = IF(c.number IS NULL, m.comment, c.old_value), m.version = m.version + 1
WHERE {{import_rows}} AND r.outcome = 'changed' AND m.exam = :exam AND m.person = :viewer

-- step: undo_all_outcomes
{{papers_outcomes}}
