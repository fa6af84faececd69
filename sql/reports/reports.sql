-- Figures of what the viewer sees one by one elsewhere: staff of their institution's activities, a site of the orders it got,
-- who enters or attests results of those. Nothing is counted here that they may not open there.

-- Places of activities, from wanted to confirmed.
-- many: funnel/step
WITH sums AS (
  SELECT SUM(a.places_wanted) AS wanted, SUM(n.places_ordered) AS ordered, SUM(n.places_answered) AS answered, SUM(n.places_confirmed) AS confirmed
  FROM activity_count n JOIN {{reports_activities}} AND n.activity = a.id
)
SELECT 'wanted' AS step, wanted AS places FROM sums WHERE wanted > 0
UNION ALL SELECT 'ordered', ordered FROM sums WHERE wanted > 0
UNION ALL SELECT 'answered', answered FROM sums WHERE wanted > 0
UNION ALL SELECT 'confirmed', confirmed FROM sums WHERE wanted > 0

-- A site's: what it was asked for, and how many came of it. Only what was shared is a student to a site.
-- many: received/step
WITH sums AS (
  SELECT SUM(o.places) AS asked, SUM(IF(o.state = 'sent', 0, o.places)) AS answered, SUM(o.places_confirmed) AS confirmed FROM {{reports_of_site}}
), students AS (
  SELECT COUNT(*) AS placed FROM {{reports_placements}}
)
SELECT 'asked' AS step, asked AS places FROM sums WHERE asked > 0
UNION ALL SELECT 'answered', answered FROM sums WHERE asked > 0
UNION ALL SELECT 'confirmed', confirmed FROM sums WHERE asked > 0
UNION ALL SELECT 'placed', placed FROM students, sums WHERE asked > 0

-- How far each profession's need is met: an activity's places cannot be used in another, so each is met by its own at most. The
-- profession is the programme.
-- many: professions/profession
SELECT p.id, {{reports_programme_name}} AS name, SUM(z.wanted) AS places, SUM(z.met) AS places_met, SUM(LEAST(z.asked, z.wanted - z.met)) AS places_waiting,
       SUM(GREATEST(z.wanted - z.met - z.asked, 0)) AS places_missing
FROM (
  {if viewer_institution_side}
  SELECT c.programme, a.places_wanted AS wanted, LEAST(a.places_wanted, n.places_confirmed) AS met,
         n.places_ordered - n.places_answered AS asked
  FROM activity_count n JOIN {{reports_activities}} AND n.activity = a.id
  {end}
  {unless viewer_institution_side}
  SELECT c.programme, o.places AS wanted, LEAST(o.places, o.places_confirmed) AS met, IF(o.state = 'sent', o.places, 0) AS asked
  FROM {{reports_orders}}
  {end}
) z
JOIN programme p ON p.id = z.programme
JOIN institution i ON i.id = p.institution
GROUP BY p.id ORDER BY places DESC, p.name {collate}, p.id LIMIT 15

-- The same of municipalities: what sites there were asked for.
-- many: municipalities/municipality
SELECT m.number AS id, m.name, SUM(o.places) AS places, SUM(LEAST(o.places, o.places_confirmed)) AS places_met,
       SUM(IF(o.state = 'sent', o.places, 0)) AS places_waiting,
       SUM(IF(o.state = 'sent', 0, GREATEST(o.places - o.places_confirmed, 0))) AS places_missing
FROM site s JOIN municipality m ON m.number = s.municipality JOIN {{reports_orders}} AND s.id = o.site
GROUP BY m.number ORDER BY places DESC, m.name {collate}, m.number LIMIT 15

-- A site's units: the places it confirmed, and who is there.
-- many: units/unit
SELECT u.id, u.name, y.places, LEAST(y.students, y.places) AS places_used, GREATEST(y.places - y.students, 0) AS places_free
FROM (
  SELECT z.unit, SUM(z.places) AS places, SUM(z.students) AS students
  FROM (
    SELECT k.unit, k.places, 0 AS students FROM capacity k JOIN {{reports_of_site}} AND k.placement_order = o.id AND o.state <> 'sent' AND o.places_confirmed > 0
    UNION ALL
    SELECT x.unit, 0, 1 FROM {{reports_placements}}
  ) z
  GROUP BY z.unit
) y
JOIN unit u ON u.id = y.unit
WHERE y.places > 0
ORDER BY y.places DESC, u.name {collate}, u.id LIMIT 15

-- Where students have a place, compared with what they wished: of activities whose allocation was shared.
-- many: wishes/wish
SELECT z.wish, COUNT(*) AS students
FROM (
  SELECT CASE WHEN x.id IS NULL THEN 'unplaced' WHEN r.wishes_at IS NULL THEN 'unsaid' WHEN w.number IS NULL THEN 'none'
              WHEN w.number > 3 THEN 'later' ELSE w.number END AS wish
  FROM registration r
  JOIN allocation_plan n ON n.activity = r.activity AND n.shares > 0
  LEFT JOIN placement x ON x.registration = r.id
  LEFT JOIN wish w ON w.registration = r.id AND w.site = x.site AND w.unit = x.unit
  JOIN {{reports_activities}} AND a.id = r.activity AND r.state = 'registered'
) z
GROUP BY z.wish ORDER BY FIELD(z.wish, '1', '2', '3', 'later', 'none', 'unsaid', 'unplaced')

-- many: scales/scale
SELECT sv.id, {{scale_name}} AS name, COUNT(*) AS results
FROM scale_version sv JOIN grading_scale sc ON sc.id = sv.grading_scale JOIN {{reports_results}} AND r.scale_version = sv.id
GROUP BY sv.id ORDER BY results DESC, sv.id LIMIT 5

-- Best first.
-- many: grades/grade
SELECT sg.scale_version AS scale, sg.position AS id, {{grade_symbol}} AS name, COUNT(r.id) AS results
FROM scale_grade sg
LEFT JOIN (SELECT r.id, r.scale_version, r.grade FROM {{reports_results}}) r ON r.scale_version = sg.scale_version AND r.grade = sg.position
WHERE sg.scale_version IN (SELECT r.scale_version FROM {{reports_results}})
GROUP BY sg.scale_version, sg.position ORDER BY sg.scale_version, sg.position DESC

-- many: courses/course
SELECT c.id, CONCAT(c.code, ' ', IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name)) AS name, COUNT(*) AS results,
       SUM(sg.passed) AS passed, SUM(1 - sg.passed) AS failed
FROM scale_grade sg JOIN {{reports_results}} AND sg.scale_version = r.scale_version AND sg.position = r.grade
GROUP BY c.id ORDER BY results DESC, c.code, c.id LIMIT 15

-- Each profession in each municipality: what was asked for there, what came of it, and how many of its students live there.
-- list: needs/need
-- columns: municipality, programme, places_asked, places_met, places_waiting, places_missing, students_living
-- sort: municipality m.name {collate}, m.number, p.name {collate}, p.id; programme p.name {collate}, p.id, m.name {collate}, m.number; -places_asked SUM(z.asked), m.number, p.id; -places_met SUM(z.met), m.number, p.id; -places_waiting SUM(z.waiting), m.number, p.id; -places_missing SUM(z.missing), m.number, p.id; -students_living SUM(z.living), m.number, p.id
SELECT m.number AS municipality, m.name AS municipality_name, p.id AS programme, {{reports_programme_name}} AS programme_name,
       SUM(z.asked) AS places_asked, SUM(z.met) AS places_met, SUM(z.waiting) AS places_waiting, SUM(z.missing) AS places_missing
       {if viewer_institution_side} , SUM(z.living) AS students_living {end}
FROM (
  SELECT s.municipality, c.programme, o.places AS asked, LEAST(o.places, o.places_confirmed) AS met, IF(o.state = 'sent', o.places, 0) AS waiting,
         IF(o.state = 'sent', 0, GREATEST(o.places - o.places_confirmed, 0)) AS missing, 0 AS living
  FROM site s JOIN {{reports_orders}} AND s.id = o.site
  {if viewer_institution_side}
  UNION ALL
  SELECT r.municipality, c.programme, 0, 0, 0, 0, 1 FROM registration r JOIN {{reports_activities}} AND r.activity = a.id AND r.state = 'registered'
  {end}
) z
JOIN municipality m ON m.number = z.municipality
JOIN programme p ON p.id = z.programme
JOIN institution i ON i.id = p.institution
{if q} WHERE m.name LIKE CONCAT('%', :q, '%') OR p.name LIKE CONCAT('%', :q, '%') {end}
GROUP BY m.number, p.id

-- many: terms/term
SELECT DISTINCT z.term FROM (
  SELECT a.term FROM activity a WHERE {unless viewer_institution_side} FALSE {end} {if viewer_institution_side} a.institution {{my_staffed}} {end}
  {if viewer_site_side}
  UNION SELECT a.term FROM placement_order o JOIN activity a ON a.id = o.activity WHERE o.site IN ({{viewer_sites}}) AND o.state <> 'draft'
  {end}
  {if viewer_plan_exams, viewer_examine}
  UNION SELECT ci.term FROM course_instance ci WHERE ci.institution IN ({{viewer_plans_exams}}) OR ci.institution IN ({{viewer_examiner_at}})
  {end}
) z
ORDER BY z.term DESC

-- many: programmes/programme
SELECT p.id, {{reports_programme_name}} AS name FROM programme p JOIN institution i ON i.id = p.institution
WHERE FALSE
  {if viewer_institution_side} OR p.institution {{my_staffed}} {end}
  {if viewer_plan_exams, viewer_examine} OR p.institution IN ({{viewer_plans_exams}}) OR p.institution IN ({{viewer_examiner_at}}) {end}
  {if viewer_site_side} OR p.id IN (SELECT c.programme FROM {{reports_programmes}}) {end}
ORDER BY p.name {collate}, p.id

-- many: institutions/institution
SELECT i.id, i.name FROM institution i
WHERE FALSE
  {if viewer_institution_side} OR i.id {{my_staffed}} {end}
  {if viewer_plan_exams, viewer_examine} OR i.id IN ({{viewer_plans_exams}}) OR i.id IN ({{viewer_examiner_at}}) {end}
  {if viewer_site_side} OR i.id IN (SELECT o.institution FROM placement_order o WHERE o.site IN ({{viewer_sites}}) AND o.state <> 'draft') {end}
ORDER BY i.name {collate}, i.id
