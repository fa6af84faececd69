-- One row an occurrence: an activity, or each of its classes. Which occurrences, in order and no more than the page needs,
-- is found first, a branch a reason to see them; what the page shows of them is joined after. The first branch walks
-- occurrence_starts and stops at the page's end: that one institution is a constant to the optimizer, so a viewer with
-- several has the others in a branch of their own. ends >= today also bounds starts, since no activity lasts more than
-- 366 days.
-- list: occurrences/occurrence
-- columns: name, institution, starts, ends, places_wanted, places_ordered, places_confirmed, status
-- sort: starts c.starts, c.activity, c.letter; ends c.ends, c.activity, c.letter; name c.name {collate}, c.activity, c.letter; places_wanted c.places_wanted, c.activity, c.letter
SELECT c.activity AS id, IF(c.letter = '', c.name, CONCAT(c.name, ' – ', c.letter)) AS name, c.starts, c.ends, c.term, i.short_name AS institution,
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
-- total:
{{calendar_total}}

-- The terms from the first line to the last: two looks into the index an institution, not all its lines.
-- many: terms/term
WITH RECURSIVE reach (first, last) AS (
  SELECT MIN(x.first), MAX(x.last)
  FROM (SELECT (SELECT c.starts FROM occurrence c WHERE c.institution = t.institution ORDER BY c.starts LIMIT 1) AS first,
               (SELECT c.starts FROM occurrence c WHERE c.institution = t.institution ORDER BY c.starts DESC LIMIT 1) AS last
        FROM ({{viewer_taught}}) t
        UNION ALL
        SELECT MIN(a.starts), MAX(a.starts)
        FROM ({{viewer_activities_seen}}) t JOIN activity a ON a.id = t.activity) x
), half (number, last) AS (
  SELECT YEAR(first) * 2 + (MONTH(first) > 7), YEAR(last) * 2 + (MONTH(last) > 7) FROM reach WHERE first IS NOT NULL
  UNION ALL
  SELECT number + 1, last FROM half WHERE number < last
)
SELECT CONCAT(number DIV 2, '-', number MOD 2 + 1) AS term FROM half ORDER BY number DESC

-- Offered when there is more than one.
-- many: programmes/programme
SELECT p.id, p.name FROM programme p WHERE p.institution IN ({{viewer_taught}}) ORDER BY p.name {collate}, p.id

-- many: institutions/institution
SELECT i.id, i.name FROM institution i
WHERE i.id IN ({{viewer_taught}})
   OR i.id IN (SELECT a.institution FROM ({{viewer_activities_seen}}) t JOIN activity a ON a.id = t.activity)
ORDER BY i.name {collate}, i.id

-- The viewer's own sites, or as many of the institution's as a list to choose from can hold.
-- many: sites/site
SELECT s.id, s.name FROM site s
WHERE s.id IN ({{viewer_sites}})
   OR s.id IN (SELECT x.site FROM (SELECT DISTINCT g.site FROM agreement g
                                   WHERE g.institution IN ({{viewer_taught}}) LIMIT 41) x)
ORDER BY s.name {collate}, s.id LIMIT 41
