-- One row an occurrence: an activity, or each of its classes. Which occurrences, in order and no more than the page needs,
-- is found first, a branch a reason to see them; what the page shows of them is joined after. The first branch walks
-- occurrence_starts and stops at the page's end: that one institution is a constant to the optimizer, so a viewer with
-- several has the others in a branch of their own. ends >= today also bounds starts, since no activity lasts more than
-- 366 days.
-- list: occurrences/occurrence
-- columns: name, letter, institution_short, starts, ends, places_wanted, places_ordered, places_confirmed, status
-- sort: starts starts, activity, letter; ends ends, activity, letter; name name {collate}, activity, letter; places_wanted places_wanted, activity, letter
-- total: {{calendar_total}}
SELECT c.activity AS id, c.activity, c.letter, c.name, c.starts, c.ends, c.term, i.short_name AS institution_short,
       IF(v.inside, {{occurrence_status}}, {{occurrence_own_status}}) AS status,
       IF(v.inside, c.places_wanted, NULL) AS places_wanted,
       IF(v.inside, n.places_ordered, w.asked) AS places_ordered,
       IF(v.inside, n.places_confirmed, w.confirmed) AS places_confirmed
FROM (
  (SELECT c.activity, c.letter, c.starts, c.ends, c.name, c.places_wanted, 1 AS inside
   FROM occurrence c
   WHERE c.institution = (SELECT MIN(t.institution) FROM ({{viewer_taught}}) t)
     AND (COALESCE(:status, :term, :q) IS NOT NULL OR c.starts >= :today - INTERVAL 366 DAY)
     AND {{calendar_inside_choice}}
   {order} LIMIT :list_end)
  UNION ALL
  (SELECT c.activity, c.letter, c.starts, c.ends, c.name, c.places_wanted, 1
   FROM ({{viewer_taught}}) t
   JOIN occurrence c ON c.institution = t.institution
   WHERE t.institution > (SELECT MIN(t.institution) FROM ({{viewer_taught}}) t)
     AND {{calendar_inside_choice}}
   {order} LIMIT :list_end)
  UNION ALL
  (SELECT c.activity, c.letter, c.starts, c.ends, c.name, c.places_wanted, 0
   FROM ({{calendar_outside}}) t
   JOIN occurrence c ON c.activity = t.activity
   WHERE {{calendar_outside_choice}}
   {order} LIMIT :list_end)
) v
JOIN occurrence c ON c.activity = v.activity AND c.letter = v.letter
JOIN activity a ON a.id = c.activity
JOIN activity_count n ON n.activity = c.activity
JOIN institution i ON i.id = c.institution
LEFT JOIN ({{own_orders}}) w ON w.activity = c.activity

-- many: terms/term
SELECT DISTINCT c.term FROM occurrence c
WHERE c.institution IN ({{viewer_taught}}) OR c.activity IN ({{calendar_outside}})
ORDER BY c.term DESC
