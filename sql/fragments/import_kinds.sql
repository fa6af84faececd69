-- What the viewer may import.
SELECT k.kind FROM (SELECT DISTINCT f.kind FROM import_field f) k
WHERE ({{viewer_administers}} AND k.kind NOT IN ('registrations', 'points'))
   OR (k.kind IN ('programmes', 'instances', 'agreements', 'people', 'registrations') AND EXISTS ({{viewer_planned}}))
   OR (k.kind = 'points' AND EXISTS (SELECT 1 {{exams_to_mark}}))
   OR (k.kind IN ('units', 'people') AND EXISTS ({{viewer_managed_sites}}))
ORDER BY FIELD(k.kind, 'units', 'people', 'programmes', 'instances', 'agreements', 'registrations', 'points')
