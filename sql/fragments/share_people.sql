-- Who is told of the share of :event, beside its students: each site's coordinators (its administrators when it has none), and
-- the supervisors and lecturers that students have or had. Each once, however many students it is.
WITH c AS (
  SELECT s.activity, c.old_site, c.new_site, c.old_supervisor, c.new_supervisor, c.old_lecturer, c.new_lecturer
  FROM share s JOIN share_change c ON c.share = s.id WHERE s.event = :event
), t AS (
  SELECT c.activity, c.old_site AS site FROM c UNION SELECT c.activity, c.new_site FROM c
)
SELECT g.person
FROM t
JOIN person_grant g ON g.site = t.site AND g.role IN ('site_coordinator', 'site_administrator')
  AND (g.activity IS NULL OR g.activity = t.activity)
  AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
WHERE g.role = 'site_coordinator'
   OR NOT EXISTS (SELECT 1 FROM person_grant n JOIN account ac ON ac.person = n.person AND ac.closed = 0
                  WHERE n.site = t.site AND n.role = 'site_coordinator' AND (n.activity IS NULL OR n.activity = t.activity)
                    AND n.valid_from <= :today AND (n.valid_to IS NULL OR n.valid_to >= :today))
UNION SELECT c.old_supervisor FROM c WHERE c.old_supervisor IS NOT NULL
UNION SELECT c.new_supervisor FROM c WHERE c.new_supervisor IS NOT NULL
UNION SELECT c.old_lecturer FROM c WHERE c.old_lecturer IS NOT NULL
UNION SELECT c.new_lecturer FROM c WHERE c.new_lecturer IS NOT NULL
