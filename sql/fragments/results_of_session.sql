-- Everybody whose result a session reports: its candidates, and who withdrew with a result. An anonymous one's rows tell no more than
-- their code until they may be named, not even by their order or by a search.
-- From the candidates on: after many were added at once the optimizer would begin elsewhere.
SELECT i.code, c.id AS candidate, r.id AS result, COALESCE(r.version, 0) AS seen, COALESCE(r.state, 'untouched') AS state,
       r.points, r.grade, r.scale_version, r.examined_on, r.objection IS NOT NULL AS returned, r.transferred, r.ready_at,
       {{result_named}} AS named, p.name, p.sorted_nb, p.sorted_sv, p.sorted_en, p.id AS person, c.course_instance,
       c.state AS candidate_state, c.handed_in, c.attendance
FROM candidate c
STRAIGHT_JOIN exam_identity i ON i.candidate = c.id
STRAIGHT_JOIN exam_session s ON s.id = c.exam_session
STRAIGHT_JOIN person p ON p.id = c.person
LEFT JOIN exam e ON e.exam_session = c.exam_session
LEFT JOIN result r ON r.candidate = c.id
WHERE c.exam_session = :exam_session AND (c.state = 'registered' OR r.id IS NOT NULL)
