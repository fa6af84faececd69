-- A student's name as the institution's staff read it; of who is protected the placement administrators alone. r: registration.
IF(p.protected = 0 OR r.institution IN ({{viewer_planned}}), p.name, NULL)
