-- The transfer of an exam (fcgi/jobs/transfer.c): all of it in one transaction, whose row in `transfer` says that it was done.
-- Everywhere: :exam :viewer :lang :today :now.

-- step: lock_session
{{transfer_lock_session}}

-- step: lock
{{transfer_lock}}

-- step: seen
{{transfer_seen}}

-- Papers are counted by themselves: were one of them without a row, the table would refuse it all (transfer_counts).
-- step: transfer
INSERT INTO transfer (exam, person, at, papers, written, overwritten, failed)
SELECT :exam, :viewer, UTC_TIMESTAMP(), (SELECT COUNT(*) FROM paper k WHERE k.exam = :exam), n.written, n.overwritten, n.failed
FROM ({{transfer_counts}}) n

-- step: rows
INSERT INTO transfer_row (exam, candidate, outcome, reason, old_points, old_grade, old_examined_on, new_points, new_grade, new_examined_on)
SELECT :exam, y.candidate, y.outcome, y.reason, y.old_points, y.old_grade, y.old_examined_on, y.new_points, y.new_grade, y.new_examined_on
FROM ({{transfer_rows}}) y

-- step: counts
SELECT t.written AS results_written, t.overwritten AS results_overwritten, t.failed AS results_failed FROM transfer t WHERE t.exam = :exam

-- step: overwrite
UPDATE transfer_row w
JOIN result r ON r.candidate = w.candidate AND r.state = 'draft'
JOIN candidate c ON c.id = w.candidate
JOIN exam_session s ON s.id = c.exam_session
JOIN exam_session_instance n ON n.exam_session = c.exam_session AND n.course_instance = c.course_instance
SET r.course_instance = c.course_instance, r.module = n.module, r.scale_version = s.scale_version, r.points = w.new_points,
    r.grade = w.new_grade, r.examined_on = w.new_examined_on, r.transferred = 1, r.version = r.version + 1
WHERE w.exam = :exam AND w.outcome = 'overwritten'

-- In an order that is not that of the codes.
-- step: write
INSERT INTO result (institution, person, course_instance, module, exam_session, candidate, scale_version, points, grade, examined_on, state, transferred)
SELECT c.institution, c.person, c.course_instance, n.module, c.exam_session, c.id, s.scale_version, w.new_points, w.new_grade, w.new_examined_on,
  'draft', 1
FROM transfer_row w
JOIN candidate c ON c.id = w.candidate
JOIN exam_session s ON s.id = c.exam_session
JOIN exam_session_instance n ON n.exam_session = c.exam_session AND n.course_instance = c.course_instance
WHERE w.exam = :exam AND w.outcome = 'written'
ORDER BY c.id

-- An event for each result; :request is this transfer's own.
-- step: result_events
INSERT INTO event (uuid, at, person, area, kind, thing, thing_id, thing_version, institution, request)
SELECT UUID(), UTC_TIMESTAMP(6), :viewer, 'results', 'result.transferred', 'result', r.id, r.version, r.institution, :request
FROM transfer_row w JOIN result r ON r.candidate = w.candidate
WHERE w.exam = :exam AND w.outcome <> 'failed'
ORDER BY r.id

-- step: result_changes
INSERT INTO event_change (event, number, field, old_value, new_value)
SELECT e.id, f.number, f.field,
  CASE f.field WHEN 'points' THEN w.old_points WHEN 'grade' THEN og.symbol ELSE w.old_examined_on END,
  CASE f.field WHEN 'points' THEN w.new_points WHEN 'grade' THEN ng.symbol ELSE w.new_examined_on END
FROM transfer_row w
JOIN result r ON r.candidate = w.candidate
JOIN event e ON e.thing = 'result' AND e.thing_id = r.id AND e.kind = 'result.transferred' AND e.request = :request
JOIN (SELECT 1 AS number, 'points' AS field UNION ALL SELECT 2, 'grade' UNION ALL SELECT 3, 'examined_on') f
LEFT JOIN scale_grade og ON og.scale_version = r.scale_version AND og.position = w.old_grade
LEFT JOIN scale_grade ng ON ng.scale_version = r.scale_version AND ng.position = w.new_grade
WHERE w.exam = :exam AND w.outcome <> 'failed'
  AND NOT CASE f.field WHEN 'points' THEN w.old_points <=> w.new_points WHEN 'grade' THEN w.old_grade <=> w.new_grade
                       ELSE w.old_examined_on <=> w.new_examined_on END

-- Whoever read the exam before this is told by the version that it has gone on.
-- step: exam
UPDATE exam SET version = version + 1 WHERE id = :exam
