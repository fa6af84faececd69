-- The institution of :activity, to its coordinator of this activity.
SELECT g.institution FROM {{grants_now}} g
WHERE g.person = :viewer AND g.role = 'institution_coordinator' AND g.activity = :activity
  AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
