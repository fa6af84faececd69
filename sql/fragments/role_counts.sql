-- Whether a role x in activity a counts, from now on or, of one that is over, until its end.
x.role IN ('site_coordinator', 'supervisor', 'institution_coordinator', 'lecturer')
AND (x.valid_to IS NULL OR x.valid_to >= LEAST(CAST(:today AS DATE), a.ends))
