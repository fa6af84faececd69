-- Places of activities, from wanted to confirmed.
WITH sums AS (
  SELECT SUM(a.places_wanted) AS wanted, SUM(n.places_ordered) AS ordered, SUM(n.places_answered) AS answered, SUM(n.places_confirmed) AS confirmed
  FROM activity_count n JOIN {{report_activities}} AND n.activity = a.id
)
SELECT 'wanted' AS step, wanted AS places FROM sums WHERE wanted > 0
UNION ALL SELECT 'ordered', ordered FROM sums WHERE wanted > 0
UNION ALL SELECT 'answered', answered FROM sums WHERE wanted > 0
UNION ALL SELECT 'confirmed', confirmed FROM sums WHERE wanted > 0
