-- What a transfer of :exam comes to: a row for each paper, what its candidate's result is now and what it would be, or why not. The dry
-- run shows these rows, and the job writes by them. Codes meet people here: of confirmed exams only.
SELECT y.*, IF(y.reason IS NOT NULL, 'failed', IF(y.result IS NULL, 'written', 'overwritten')) AS outcome
FROM (
  SELECT k.code, c.id AS candidate, c.person, c.institution, c.exam_session, c.course_instance, n.module, s.scale_version, r.id AS result,
    r.points AS old_points, r.grade AS old_grade, r.examined_on AS old_examined_on,
    k.points AS new_points, k.grade AS new_grade, {{hand_in_day}} AS new_examined_on,
    CASE WHEN k.void = 1 OR c.state = 'withdrawn' THEN 'withdrawn'
         WHEN NOT (t.state <=> 'registered') THEN 'not_reading'
         WHEN m.id IS NULL OR m.course <> ci.course THEN 'no_module'
         WHEN NOT (m.grading_scale <=> v.grading_scale) THEN 'scale'
         WHEN r.state = 'attested' THEN 'attested'
         WHEN r.state = 'ready' THEN 'ready'
         WHEN c.handed_in_at IS NULL THEN 'no_hand_in'
         WHEN k.grade IS NULL THEN 'no_grade'
         WHEN g.position IS NULL THEN 'scale' END AS reason
  FROM exam x
  JOIN exam_session s ON s.id = x.exam_session
  JOIN paper k ON k.exam = x.id
  JOIN exam_identity d ON d.exam_session = k.exam_session AND d.code = k.code
  JOIN candidate c ON c.id = d.candidate
  JOIN course_instance ci ON ci.id = c.course_instance
  LEFT JOIN exam_session_instance n ON n.exam_session = c.exam_session AND n.course_instance = c.course_instance
  LEFT JOIN module m ON m.id = n.module
  LEFT JOIN scale_version v ON v.id = s.scale_version
  LEFT JOIN scale_grade g ON g.scale_version = s.scale_version AND g.position = k.grade
  LEFT JOIN course_registration t ON t.course_instance = c.course_instance AND t.person = c.person
  LEFT JOIN result r ON r.candidate = c.id
  WHERE x.id = :exam AND x.state = 'confirmed'
) y
