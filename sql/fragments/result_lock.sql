-- A result, after what its actions lock first: the session, or the activity's plan.
SELECT 'result' AS thing, r.id, r.version, r.state, r.points, r.grade, r.examined_on, r.scale_version, e.points_most,
       (SELECT sg.symbol FROM scale_grade sg WHERE sg.scale_version = r.scale_version AND sg.position = r.grade) AS symbol
FROM result r
LEFT JOIN exam_session s ON s.id = r.exam_session
LEFT JOIN exam e ON e.exam_session = r.exam_session
LEFT JOIN registration x ON x.id = r.registration
LEFT JOIN allocation_plan n ON n.activity = x.activity
WHERE r.id = :result FOR UPDATE
