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
LEFT JOIN registration rg ON n.topic = 'allocation' AND rg.activity = e.activity AND rg.person = n.person
LEFT JOIN placement pl ON pl.registration = rg.id
LEFT JOIN activity a ON a.id = CASE WHEN n.topic = 'allocation' THEN e.activity WHEN e.thing = 'activity' THEN e.thing_id
                                    WHEN e.thing = 'grant' THEN x.activity ELSE o.activity END
  AND (e.thing = 'order' OR rg.id IS NOT NULL
       OR EXISTS (SELECT 1 FROM placement t JOIN person_grant g ON g.site = t.site
                  WHERE {{granted}} AND n.topic = 'allocation' AND t.activity = a.id AND t.supervisor = n.person)
       OR EXISTS (SELECT 1 FROM person_grant g
                  WHERE {{granted}}
                    AND (g.activity = a.id
                         OR g.activity IS NULL AND g.institution = a.institution
                         OR g.activity IS NULL AND g.role IN ('site_administrator', 'site_coordinator')
                            AND EXISTS (SELECT 1 FROM placement_order v
                                        WHERE v.activity = a.id AND v.site = g.site AND v.state <> 'draft'))))
LEFT JOIN site s ON s.id = COALESCE(o.site, x.site, IF(n.kind = 'supervisor_changed', e.site, NULL))
LEFT JOIN institution i ON i.id = COALESCE(o.institution, x.institution, a.institution)
