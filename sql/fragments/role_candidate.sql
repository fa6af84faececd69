-- Whether grant x of person p makes them one to choose for a role at that place.
x.activity IS NULL AND x.role NOT IN ('student', 'system_administrator') AND (x.valid_to IS NULL OR x.valid_to >= :today)
AND NOT EXISTS (SELECT 1 FROM account ac WHERE ac.person = p.id AND ac.closed = 1)
AND (p.protected = 0 OR x.site IN ({{viewer_managed_sites}}) OR x.institution IN ({{viewer_planned}}))
