-- Everybody whose placement period an activity reports a result of: who is registered, and who withdrew with a result.
SELECT CONCAT(x.id) AS code, x.id AS registration, r.id AS result, COALESCE(r.version, 0) AS seen, COALESCE(r.state, 'untouched') AS state,
       r.points, r.grade, COALESCE(r.scale_version, {{placement_scale}}) AS scale_version, r.examined_on, r.objection IS NOT NULL AS returned,
       r.transferred, r.ready_at, p.protected = 0 OR x.institution IN ({{viewer_planned}}) OR x.institution IN ({{viewer_plans_exams}}) AS named,
       p.name, p.sorted_nb, p.sorted_sv, p.sorted_en, p.id AS person, x.state AS candidate_state, NULL AS handed_in, k.letter AS class
FROM registration x
JOIN person p ON p.id = x.person
LEFT JOIN activity_class k ON k.id = x.activity_class
LEFT JOIN result r ON r.registration = x.id
WHERE x.activity = :activity AND (x.state = 'registered' OR r.id IS NOT NULL)
