-- kind: midway or final, which is due; doubt, the last day for a warning, when it is near; sign_doubt and sign_assessment, for a student to
-- sign (of: which one).
SELECT t.kind, t.id, t.of, t.student, t.activity, t.due_on, IF(t.due_on < CAST(:today AS DATE), 1, NULL) AS late
FROM (
  {if viewer_supervisor, viewer_lecturer}
  SELECT d.kind, d.id, NULL AS of, d.student, d.activity,
         CASE d.kind WHEN 'doubt' THEN d.doubt_due WHEN 'midway' THEN d.midway_due ELSE d.ends END AS due_on, 2 AS place
  FROM (SELECT x.id, IF({{placement_student_named}}, p.name, NULL) AS student, a.name AS activity, x.ends,
               {{doubt_due}} AS doubt_due, {{midway_due}} AS midway_due,
               COALESCE({{assessment_missing}},
                        IF({{doubt_due}} >= CAST(:today AS DATE) AND {{doubt_due}} - INTERVAL i.assess_reminder_days DAY <= CAST(:today AS DATE) AND f.id IS NULL
                           AND NOT EXISTS (SELECT 1 FROM doubt w WHERE w.registration = x.registration), 'doubt', NULL)) AS kind
        FROM placement x
        JOIN person p ON p.id = x.person
        JOIN activity a ON a.id = x.activity AND a.cancelled_at IS NULL
        JOIN institution i ON i.id = x.institution
        {{assessments_joined}}
        WHERE {{assessed_by_viewer}} AND x.starts <= CAST(:today AS DATE) AND COALESCE(x.ended_on, x.ends) >= CAST(:today AS DATE) - INTERVAL 30 DAY
          AND NOT EXISTS (SELECT 1 FROM result w WHERE w.registration = x.registration)) d
  WHERE d.kind IS NOT NULL
  {end}
  {if viewer_student}
  {if viewer_supervisor, viewer_lecturer} UNION ALL {end}
  SELECT 'sign_doubt' AS kind, w.id, NULL AS of, NULL AS student, a.name AS activity, NULL AS due_on, 0 AS place
  FROM placement x JOIN doubt w ON w.registration = x.registration AND w.seen_at IS NULL
  JOIN activity a ON a.id = x.activity
  WHERE x.person = :viewer
  UNION ALL
  SELECT 'sign_assessment', s.id, s.kind, NULL, a.name, NULL, 1
  FROM placement x JOIN assessment s ON s.registration = x.registration AND s.state = 'given'
  JOIN activity a ON a.id = x.activity
  WHERE x.person = :viewer
  {end}
) t
ORDER BY t.place, t.due_on, t.student {collate}, t.id LIMIT 10
