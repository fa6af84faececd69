LEFT JOIN job j ON j.id = (SELECT MAX(l.id) FROM job l WHERE l.thing = 'import' AND l.thing_id = x.id)
