-- What became of each paper when the exam was transferred, and that nothing is missing.
-- one: exam
{{exam_head}}
WHERE x.id = :exam

-- maybe: transfer
{{transfer_done}}

-- maybe: job
{{transfer_job}}

-- Grade for grade: papers as graded, how many of them were transferred, how many not. No symbol: without a grade.
-- many: grades/grade
SELECT (SELECT {{grade_symbol}} FROM scale_grade sg WHERE sg.scale_version = s.scale_version AND sg.position = k.grade) AS symbol,
  COUNT(*) AS papers, COALESCE(SUM(w.outcome <> 'failed'), 0) AS transferred, COALESCE(SUM(w.outcome = 'failed'), 0) AS failed
FROM transfer t
JOIN paper k ON k.exam = t.exam
JOIN exam_session s ON s.id = k.exam_session
LEFT JOIN exam_identity d ON d.exam_session = k.exam_session AND d.code = k.code
LEFT JOIN transfer_row w ON w.exam = t.exam AND w.candidate = d.candidate AND w.new_grade <=> k.grade
WHERE t.exam = :exam
GROUP BY k.grade, s.scale_version
ORDER BY k.grade IS NULL, k.grade DESC

-- list: rows/row
-- columns: code, student, outcome=transfer_log_outcome, reason=transfer_reason, old_points, old_grade, old_examined_on, new_points, new_grade, new_examined_on
-- sort: code d.code; student IF(p.protected = 0, p.sorted_{alphabet}, NULL), d.code; outcome w.outcome, d.code; reason w.reason IS NULL, w.reason, d.code; new_points w.new_points, d.code; -new_grade w.new_grade, d.code; new_examined_on w.new_examined_on, d.code
SELECT d.code, c.id, IF({{transfer_named}}, p.name, NULL) AS student, w.outcome, w.reason, REPLACE(w.old_points, '.', {{decimal_sign}}) AS old_points,
  (SELECT {{grade_symbol}} FROM scale_grade sg WHERE sg.scale_version = s.scale_version AND sg.position = w.old_grade) AS old_grade, w.old_examined_on,
  REPLACE(w.new_points, '.', {{decimal_sign}}) AS new_points, (SELECT {{grade_symbol}} FROM scale_grade sg WHERE sg.scale_version = s.scale_version AND sg.position = w.new_grade) AS new_grade,
  w.new_examined_on
FROM (
  SELECT w.candidate
  FROM {{transfer_log_choice}}
  {order} LIMIT :list_rows OFFSET :list_skip
) v
JOIN transfer_row w ON w.exam = :exam AND w.candidate = v.candidate
JOIN candidate c ON c.id = w.candidate
JOIN exam_session s ON s.id = c.exam_session
JOIN exam_identity d ON d.candidate = c.id
JOIN person p ON p.id = c.person
-- total:
SELECT COUNT(*) FROM {{transfer_log_choice}}
