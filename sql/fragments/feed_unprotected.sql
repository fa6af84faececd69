(e.thing <> 'candidate'
  OR (SELECT q.protected FROM candidate c JOIN person q ON q.id = c.person WHERE c.id = e.thing_id) = 0)
AND (e.thing <> 'result'
  OR (SELECT q.protected FROM result r JOIN person q ON q.id = r.person WHERE r.id = e.thing_id) = 0)
AND (e.thing <> 'placement'
  OR (SELECT q.protected FROM placement w JOIN registration r ON r.id = w.registration JOIN person q ON q.id = r.person
      WHERE w.id = e.thing_id) = 0)
