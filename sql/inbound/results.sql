-- Results that a partner sends: drafts, of exam sessions and of placement periods. Who they are of is known by name, so while a session's
-- students may not be named, nothing is taken. What is ready, attested or transferred stays as it is; the same again is the same.

-- step: lock_sessions
{{inbound_lock_sessions}}

-- step: lock_plans
{{inbound_lock_plans}}

-- step: rows
SELECT w.number, w.exam_session, w.activity, w.subject, w.seen, w.points, w.position AS grade, w.examined_on,
  w.old_points, w.old_grade, w.old_examined_on, w.seen = 0 AS new,
  IF(w.seen > 0 AND w.like_old, 'same', 'save') AS deed,
  CASE WHEN w.error IS NOT NULL THEN w.error
       WHEN w.turn > 1 THEN CONCAT(w.wrong_at, ' row_twice')
       WHEN w.position IS NULL THEN 'grade grade_unknown'
       WHEN w.points > w.points_most THEN 'points points_above'
       WHEN w.examined_on > CAST(:today AS DATE) THEN 'examined-on date_to_come'
       WHEN w.seen > 0 AND w.like_old THEN NULL
       WHEN w.state IN ('ready', 'attested') THEN CONCAT('grade result_', w.state)
       WHEN w.transferred = 1 THEN 'grade result_transferred' END AS error
FROM (
  SELECT z.*, z.position <=> z.old_grade AND z.examined_on <=> z.old_examined_on AND COALESCE(z.said_points, z.old_points) <=> z.old_points AS like_old
  FROM (
    SELECT v.number, v.points AS said_points, COALESCE(v.points, r.points) AS points, v.examined_on, s.id AS exam_session, a.id AS activity,
      COALESCE(c.id, x.id) AS subject, COALESCE(r.version, 0) AS seen, r.state, r.transferred,
      r.points AS old_points, r.grade AS old_grade, r.examined_on AS old_examined_on,
      (SELECT MIN(g.position) FROM scale_grade g
       WHERE g.scale_version = COALESCE(r.scale_version, s.scale_version, IF(a.id IS NULL, NULL, {{placement_scale}}))
         AND v.grade IN (g.symbol, g.symbol_nn, g.symbol_sv, g.symbol_en)) AS position,
      CASE WHEN v.wrong IS NOT NULL THEN CONCAT(v.wrong_at, ' ', v.wrong)
           WHEN v.activity IS NOT NULL AND COALESCE(v.exam_session, v.instance_code, v.starts_on) IS NOT NULL THEN 'activity result_place_one'
           WHEN v.activity IS NULL AND COALESCE(v.exam_session, v.instance_code, v.starts_on) IS NULL THEN 'exam-session result_place_one'
           WHEN v.activity IS NOT NULL THEN
             CASE WHEN a.id IS NULL THEN 'activity activity_unknown'
                  WHEN a.cancelled_at IS NOT NULL THEN 'activity activity_cancelled'
                  WHEN x.id IS NULL THEN CONCAT(v.wrong_at, ' not_registered') END
           {{inbound_session_wrong}}
           WHEN s.anonymous = 1 AND NOT e.state <=> 'confirmed' THEN CONCAT({{inbound_session_at}}, ' session_anonymous')
           WHEN c.id IS NULL THEN CONCAT(v.wrong_at, ' not_candidate') END AS error,
      ROW_NUMBER() OVER (PARTITION BY v.who, s.id, a.id ORDER BY v.number) AS turn, v.wrong_at, e.points_most
    FROM {{inbound_students}} v
    LEFT JOIN {{inbound_sessions}} f ON f.code = v.instance_code AND f.starts_on = v.starts_on
    LEFT JOIN exam_session s ON s.institution = :partner_institution AND s.id = COALESCE(v.exam_session, f.id) AND s.state <> 'draft'
    LEFT JOIN exam e ON e.exam_session = s.id
    LEFT JOIN candidate c ON c.exam_session = s.id AND c.person = v.who
      AND (c.state = 'registered' OR EXISTS (SELECT 1 FROM result o WHERE o.candidate = c.id))
    LEFT JOIN activity a ON a.institution = :partner_institution AND a.id = v.activity
    LEFT JOIN registration x ON x.activity = a.id AND x.person = v.who
      AND (x.state = 'registered' OR EXISTS (SELECT 1 FROM result o WHERE o.registration = x.id))
    LEFT JOIN result r ON r.id = COALESCE((SELECT o.id FROM result o WHERE o.candidate = c.id), (SELECT o.id FROM result o WHERE o.registration = x.id))
  ) z
) w
ORDER BY w.exam_session, w.activity, w.number
