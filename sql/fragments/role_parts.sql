-- What needs a coordinator and supervisors: each site that was asked and has not declined, once a class. t: one site's orders
-- together; k: the class, NULL in an activity without; x: a role of it.
activity a
JOIN (SELECT o.site, MIN(o.id) AS placement_order, SUM(o.places_confirmed) AS confirmed, MAX(o.state = 'sent') AS waits
      FROM placement_order o
      WHERE o.activity = :activity AND o.state IN ('sent', 'answered', 'closed')
      GROUP BY o.site HAVING confirmed > 0 OR waits = 1) t
JOIN site s ON s.id = t.site
LEFT JOIN activity_class k ON k.activity = a.id
LEFT JOIN person_grant x ON x.activity = a.id AND x.site = t.site AND {{role_counts}}
  AND (x.activity_class IS NULL OR x.activity_class = k.id)
LEFT JOIN person p ON p.id = x.person
WHERE a.id = :activity AND ({{role_inside}} OR t.site IN ({{viewer_sites_of}}))
