-- A site's: what it was asked for, and how many came of it. Only what was shared is a student to a site.
WITH sums AS (
  SELECT SUM(o.places) AS asked, SUM(IF(o.state = 'sent', 0, o.places)) AS answered, SUM(o.places_confirmed) AS confirmed FROM {{report_of_site}}
), students AS (
  SELECT COUNT(*) AS placed FROM {{report_placements}}
)
SELECT 'asked' AS step, asked AS places FROM sums WHERE asked > 0
UNION ALL SELECT 'answered', answered FROM sums WHERE asked > 0
UNION ALL SELECT 'confirmed', confirmed FROM sums WHERE asked > 0
UNION ALL SELECT 'placed', placed FROM students, sums WHERE asked > 0
