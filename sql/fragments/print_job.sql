-- The latest job of print p, as j.
LEFT JOIN job j ON j.id = (SELECT MAX(l.id) FROM job l WHERE l.thing = 'print' AND l.thing_id = p.id)
