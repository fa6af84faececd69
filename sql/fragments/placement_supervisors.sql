-- Who may be supervisor of placement t: whose role x there counts in its days or from now on. Who is protected: whom it is already.
person_grant x ON x.site = t.site AND x.role = 'supervisor' AND (x.activity IS NULL OR x.activity = t.activity)
  AND (x.valid_to IS NULL OR x.valid_to >= GREATEST(t.starts, CAST(:today AS DATE))) AND x.valid_from <= t.ends
  AND (x.activity_class IS NULL OR x.activity_class = (SELECT r.activity_class FROM registration r WHERE r.id = t.registration))
JOIN person p ON p.id = x.person AND (p.protected = 0 OR p.id = t.supervisor OR t.site IN ({{viewer_managed_sites}}))
  AND NOT EXISTS (SELECT 1 FROM account ac WHERE ac.person = p.id AND ac.closed = 1)
