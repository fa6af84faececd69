-- Whom a site speaks to of a placement, whose id the caller writes behind; the institution's nearest: the activity's coordinator, else its own
-- coordinators, else its placement administrators.
SELECT DISTINCT n.person
FROM (
  SELECT p.id AS placement, x.person,
         RANK() OVER (PARTITION BY p.id ORDER BY CASE WHEN x.activity IS NOT NULL THEN 1 WHEN x.role = 'institution_coordinator' THEN 2 ELSE 3 END) AS distance
  FROM placement p
  JOIN registration r ON r.id = p.registration
  JOIN person_grant x ON x.institution = p.institution
    AND (x.role = 'institution_coordinator' AND (x.activity IS NULL OR x.activity = p.activity)
         OR x.role = 'placement_administrator' AND x.activity IS NULL)
    AND (x.activity_class IS NULL OR x.activity_class = r.activity_class)
    AND x.valid_from <= :today AND (x.valid_to IS NULL OR x.valid_to >= :today)
  JOIN person q ON q.id = x.person AND q.protected = 0
) n
WHERE n.distance = 1 AND n.placement =
