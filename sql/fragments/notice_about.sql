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
LEFT JOIN activity a ON a.id = CASE e.thing WHEN 'activity' THEN e.thing_id WHEN 'grant' THEN x.activity ELSE o.activity END
  AND (e.thing = 'order'
       OR EXISTS (SELECT 1 FROM person_grant g
                  WHERE {{granted}}
                    AND (g.activity = a.id
                         OR g.activity IS NULL AND g.institution = a.institution
                         OR g.activity IS NULL AND g.role IN ('site_administrator', 'site_coordinator')
                            AND EXISTS (SELECT 1 FROM placement_order v
                                        WHERE v.activity = a.id AND v.site = g.site AND v.state <> 'draft'))))
LEFT JOIN site s ON s.id = COALESCE(o.site, x.site)
LEFT JOIN institution i ON i.id = COALESCE(o.institution, x.institution, a.institution)
