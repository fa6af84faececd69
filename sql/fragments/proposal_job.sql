LEFT JOIN job j ON j.id = (SELECT MAX(m.id) FROM job m WHERE m.thing = 'proposal' AND m.thing_id = x.id)
