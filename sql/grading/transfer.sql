-- Transferring an exam's grades to results: what it would come to, a row for each paper, and that it is ready.
-- one: exam
{{exam_head}}
WHERE x.id = :exam

-- What the drafts are of.
-- many: modules/module
{{exam_modules}} (SELECT x.exam_session FROM exam x WHERE x.id = :exam) ORDER BY c.code, u.code

-- maybe: transfer
{{transfer_done}}

-- maybe: job
{{transfer_job}}

-- one: counts
{{transfer_counts}}

-- Why some would fail.
-- many: reasons/reason
SELECT y.reason, COUNT(*) AS papers FROM ({{transfer_rows}}) y WHERE y.reason IS NOT NULL GROUP BY y.reason ORDER BY papers DESC, y.reason

-- maybe: prefill
SELECT x.version, x.transfer_ready AS ready FROM exam x WHERE x.id = :exam

-- What was transferred already would be nothing but overwritten: its log has it.
-- list: rows/row
-- columns: code, student, outcome=transfer_outcome, reason=transfer_reason, old_points, old_grade, old_examined_on, new_points, new_grade, new_examined_on
-- sort: code y.code; student p.sorted_{alphabet}, y.code; outcome y.outcome, y.code; reason y.reason IS NULL, y.reason, y.code; new_points y.new_points, y.code; -new_grade y.new_grade, y.code; new_examined_on y.new_examined_on, y.code
SELECT y.code, y.candidate AS id, p.name AS student, y.outcome, y.reason, REPLACE(y.old_points, '.', {{decimal_sign}}) AS old_points,
  (SELECT {{grade_symbol}} FROM scale_grade sg WHERE sg.scale_version = y.scale_version AND sg.position = y.old_grade) AS old_grade, y.old_examined_on,
  REPLACE(y.new_points, '.', {{decimal_sign}}) AS new_points, (SELECT {{grade_symbol}} FROM scale_grade sg WHERE sg.scale_version = y.scale_version AND sg.position = y.new_grade) AS new_grade,
  y.new_examined_on
FROM {{transfer_choice}}
-- total:
SELECT COUNT(*) FROM {{transfer_choice}}

-- step: lock_session
{{transfer_lock_session}}

-- step: lock
{{transfer_lock}}

-- step: mark_ready
UPDATE exam SET transfer_ready = :ready, version = version + 1 WHERE id = :exam
