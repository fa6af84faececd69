-- What a notice n tells of, by the viewer's rights of today: who may no longer see the thing is told no more of it.
JOIN event e ON e.id = n.event
LEFT JOIN person p ON p.id = e.person
LEFT JOIN placement_order o ON e.thing = 'order' AND o.id = e.thing_id
  AND EXISTS (SELECT 1 FROM person_grant g
              WHERE {{granted}} AND (g.activity IS NULL OR g.activity = o.activity)
                AND (g.institution = o.institution
                       AND g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator')
                     OR g.site = o.site AND o.state <> 'draft' AND g.role IN ('site_administrator', 'site_coordinator')))
LEFT JOIN person_grant x ON e.thing = 'grant' AND x.id = e.thing_id AND x.person = n.person
LEFT JOIN candidate en ON e.thing = 'candidate' AND en.id = e.thing_id
LEFT JOIN exam ex ON e.thing = 'exam' AND ex.id = e.thing_id
LEFT JOIN result er ON e.thing = 'result' AND er.id = e.thing_id
LEFT JOIN exam_session es ON n.topic = 'exams'
  AND es.id = CASE e.thing WHEN 'exam_session' THEN e.thing_id ELSE COALESCE(en.exam_session, ex.exam_session, er.exam_session) END
  AND (EXISTS (SELECT 1 FROM candidate v WHERE v.exam_session = es.id AND v.person = n.person)
       OR EXISTS (SELECT 1 FROM person_grant g
                  WHERE {{granted}} AND g.institution = es.institution AND g.role IN ('exam_planner', 'examiner', 'assessor')))
LEFT JOIN candidate ec ON ec.exam_session = es.id AND ec.person = n.person
LEFT JOIN assessment qs ON e.thing = 'assessment' AND qs.id = e.thing_id
LEFT JOIN doubt qd ON e.thing = 'doubt' AND qd.id = e.thing_id
LEFT JOIN placement ap ON n.topic = 'assessments'
  AND ap.registration = COALESCE(qs.registration, qd.registration)
  AND (ap.person = n.person
       OR EXISTS (SELECT 1 FROM person_grant g
                  WHERE {{granted}} AND (g.activity IS NULL OR g.activity = ap.activity)
                    AND (g.site = ap.site AND ap.supervisor = n.person
                         OR g.institution = ap.institution
                            AND (ap.lecturer = n.person
                                 OR g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator')))))
LEFT JOIN registration rg ON n.topic IN ('allocation', 'exams', 'assessments') AND rg.activity = e.activity AND rg.person = n.person
LEFT JOIN placement pl ON pl.registration = rg.id
LEFT JOIN activity a ON a.id = CASE WHEN n.topic IN ('allocation', 'exams', 'assessments') THEN e.activity WHEN e.thing = 'activity' THEN e.thing_id
                                    WHEN e.thing = 'grant' THEN x.activity ELSE o.activity END
  AND (e.thing = 'order' OR rg.id IS NOT NULL
       OR EXISTS (SELECT 1 FROM placement t JOIN person_grant g ON g.site = t.site
                  WHERE {{granted}} AND n.topic IN ('allocation', 'assessments') AND t.activity = a.id AND t.supervisor = n.person)
       OR EXISTS (SELECT 1 FROM person_grant g
                  WHERE {{granted}}
                    AND (g.activity = a.id
                         OR g.activity IS NULL AND g.institution = a.institution
                         OR g.activity IS NULL AND g.role IN ('site_administrator', 'site_coordinator')
                            AND EXISTS (SELECT 1 FROM placement_order v
                                        WHERE v.activity = a.id AND v.site = g.site AND v.state <> 'draft'))))
LEFT JOIN partner pr ON e.thing = 'partner' AND pr.id = e.thing_id
  AND EXISTS (SELECT 1 FROM partner x JOIN person_grant g ON {{granted}} AND {{looks_after}} WHERE x.id = pr.id)
LEFT JOIN site s ON s.id = COALESCE(o.site, x.site, IF(n.kind = 'supervisor_changed', e.site, NULL))
LEFT JOIN institution i ON i.id = COALESCE(o.institution, x.institution, a.institution, es.institution)
