-- `h`: the sites :viewer answers for, in the activity of :event.
h AS (
  SELECT DISTINCT g.site
  FROM event e
  JOIN person_grant g ON g.person = :viewer AND g.role IN ('site_coordinator', 'site_administrator')
    AND (g.activity IS NULL OR g.activity = e.activity)
    AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
  WHERE e.id = :event
)
