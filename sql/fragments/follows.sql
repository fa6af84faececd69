-- Whether role g lets a person follow student r (allocation w, class k, activity a) in the weeks that lie ahead.
g.activity = w.activity AND (g.activity_class IS NULL OR g.activity_class = r.activity_class)
AND ((g.role = 'supervisor' AND g.site = w.site) OR g.role = 'lecturer')
AND g.valid_from <= COALESCE(k.ends, a.ends)
AND (g.valid_to IS NULL OR g.valid_to >= GREATEST(CAST(:today AS DATE), COALESCE(k.starts, a.starts)))
AND NOT EXISTS (SELECT 1 FROM account ac WHERE ac.person = g.person AND ac.closed = 1)
