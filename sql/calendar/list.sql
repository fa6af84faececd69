-- One row an occurrence: an activity, or each of its classes. Which occurrences, in order and no more than the page needs,
-- is found first, a branch a reason to see them; what the page shows of them is joined after. Whoever works at one
-- institution has it as a constant, and the first branch walks occurrence_starts and stops at the page's end. That no
-- activity lasts more than 366 days bounds where it begins to look. What a viewer has no use for is left out: planning it
-- would cost more than reading the rest.
-- list: occurrences/occurrence
-- columns: name, institution, starts, ends, places_wanted, places_ordered, places_confirmed, status, unanswered, due_on
-- sort: starts c.starts, c.activity, c.letter; ends c.ends, c.activity, c.letter; name c.name {collate}, c.activity, c.letter
SELECT c.activity AS id, {{calendar_name}} AS name, NULLIF(c.letter, '') AS class,
       c.starts, c.ends, c.term, i.short_name AS institution,
       {unless viewer_site_side, viewer_takes_part, viewer_many_institutions} 1 AS own_only, {end}
       {unless viewer_institution_side, viewer_lecturer} 1 AS foreign_only, {end}
       {{calendar_due_count}} AS unanswered, {{calendar_due_day}} AS due_on,
       {{calendar_status}} AS status,
       {if viewer_site_side, viewer_takes_part}
       IF(v.inside, c.places_wanted, NULL) AS places_wanted,
       IF(v.inside, n.places_ordered, w.asked) AS places_ordered,
       IF(v.inside, n.places_confirmed, w.confirmed) AS places_confirmed
       {end}
       {unless viewer_site_side, viewer_takes_part}
       c.places_wanted, n.places_ordered, n.places_confirmed
       {end}
FROM (
  {if viewer_institution_side, viewer_lecturer}
  (SELECT c.activity, c.letter, 1 AS inside
   FROM occurrence c
   WHERE {{calendar_institution}}
     {unless status, term, q, from, to} AND c.starts >= CAST(:today AS DATE) - INTERVAL 366 DAY {end}
     {{calendar_inside_choice}}
   {order} LIMIT :list_end)
  {end}
  {if viewer_site_side, viewer_takes_part}
  {if viewer_institution_side, viewer_lecturer} UNION ALL {end}
  (SELECT c.activity, c.letter, 0 AS inside
   FROM ({{calendar_outside}}) t
   STRAIGHT_JOIN occurrence c ON c.activity = t.activity
   WHERE TRUE {{calendar_outside_choice}}
   {order} LIMIT :list_end)
  {end}
  {unless viewer_institution_side, viewer_lecturer, viewer_site_side, viewer_takes_part}
  SELECT 0 AS activity, '' AS letter, 0 AS inside FROM (SELECT 1) nobody WHERE FALSE
  {end}
) v
JOIN occurrence c ON c.activity = v.activity AND c.letter = v.letter
JOIN activity a ON a.id = c.activity
JOIN activity_count n ON n.activity = c.activity
JOIN institution i ON i.id = c.institution
{if viewer_site_side, viewer_takes_part}
LEFT JOIN ({{own_orders}}) w ON w.activity = c.activity
{end}
-- total:
{{calendar_total}}

-- The terms from the first line to the last: two looks into the index an institution, not all its lines.
-- many: terms/term
{{viewer_terms}}

-- Offered when there is more than one.
-- many: programmes/programme
{{calendar_programmes}}

-- many: institutions/institution
{{calendar_institutions}}

-- The viewer's own sites; the institution's when they are few enough to choose from (a site's page leads here too).
-- many: sites/site
{{sites_offered}}

-- Answers due in the days asked for, soonest first.
-- many: dues/due
{if from, to} {{calendar_deadlines}} LIMIT 200 {end}
{unless from, to} SELECT 0 AS id FROM (SELECT 1) nobody WHERE FALSE {end}

-- Exams in the days asked for; a student's own that come.
-- many: exams/exam
{if from, to, viewer_student}
{{calendar_exams}} AND s.state = 'confirmed'
  {unless from, to} AND z.day >= CAST(:today AS DATE) {end}
ORDER BY z.day, s.starts_at, z.id, z.kind LIMIT 200
{end}
{unless from, to, viewer_student} SELECT 0 AS id FROM (SELECT 1) nobody WHERE FALSE {end}

-- Days in the assessment of students in the days asked for; else those to come within three weeks.
-- many: assess/day
{{calendar_assessments}}
  {unless from, to} AND z.day BETWEEN CAST(:today AS DATE) AND CAST(:today AS DATE) + INTERVAL 21 DAY {end}
ORDER BY z.day, z.at, z.kind, z.activity LIMIT 200
