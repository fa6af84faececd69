-- With notice_about. party: the other side. address: where one goes from here, NULL when one may no longer.
n.id, n.kind AS notice, n.topic, n.created_at, n.read_at, IF({{actor_named}}, p.name, NULL) AS by_whom,
{{actor_withheld}} AS withheld, COALESCE(a.name, IF(:lang = 'en', es.name_en, es.name), pr.name) AS activity, o.due_on, x.role,
CASE WHEN n.kind IN ('order_answered', 'order_declined', 'order_overdue', 'supervisor_changed') THEN s.name
     WHEN e.thing = 'grant' THEN COALESCE(s.name, i.name) ELSE i.name END AS party,
CASE WHEN o.id IS NOT NULL THEN CONCAT('/orders/', o.id)
     WHEN pr.id IS NOT NULL THEN CONCAT('/partners/', pr.id)
     WHEN n.kind IN ('result_attested', 'result_changed') THEN '/my-results'
     WHEN e.thing = 'transcript' THEN CONCAT('/transcripts/', e.thing_id)
     WHEN er.id IS NOT NULL AND (es.id IS NOT NULL OR a.id IS NOT NULL) THEN CONCAT('/results/', er.id)
     WHEN n.kind LIKE 'result%' AND a.id IS NOT NULL THEN CONCAT('/activities/', a.id, '/results')
     WHEN n.kind = 'assessment_reminder' AND a.id IS NOT NULL THEN '/students'
     WHEN ap.id IS NOT NULL THEN CONCAT('/placements/', ap.id, '/assessment')
     WHEN pl.id IS NOT NULL AND n.kind LIKE 'placement%' THEN CONCAT('/placements/', pl.id)
     WHEN rg.id IS NOT NULL AND n.kind LIKE 'wishes%' THEN CONCAT('/registrations/', rg.id, '/wishes')
     WHEN rg.id IS NOT NULL THEN CONCAT('/registrations/', rg.id)
     WHEN a.id IS NOT NULL AND n.topic = 'allocation' THEN CONCAT('/activities/', a.id, '/allocation')
     WHEN a.id IS NOT NULL THEN CONCAT('/activities/', a.id)
     WHEN ec.id IS NOT NULL AND n.kind LIKE 'exam_hand%' THEN CONCAT('/candidates/', ec.id, '/hand-in')
     WHEN ec.id IS NOT NULL THEN CONCAT('/candidates/', ec.id)
     WHEN es.id IS NOT NULL AND e.thing = 'exam' THEN CONCAT('/exams/', e.thing_id)
     WHEN es.id IS NOT NULL AND n.kind LIKE 'result%' THEN CONCAT('/exam-sessions/', es.id, '/results')
     WHEN es.id IS NOT NULL THEN CONCAT('/exam-sessions/', es.id)
     WHEN e.thing = 'import' THEN CONCAT('/imports/', e.thing_id)
     WHEN e.thing IN ('grant', 'person') THEN '/profile' END AS address
