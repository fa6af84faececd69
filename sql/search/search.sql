-- A few of each kind, best first: the walks of search_word stop when they have enough, so that a search for one letter costs
-- no more than one for a name. Who may see what is asked of each row, never left to the index.
-- one: search
SELECT :q AS q

-- Whole numbers are also an order's.
-- many: orders/order
SELECT o.id, {{order_state}} AS state, a.name AS activity, s.name AS site, i.name AS institution
FROM placement_order o
JOIN activity a ON a.id = o.activity
JOIN site s ON s.id = o.site
JOIN institution i ON i.id = o.institution
WHERE o.id = :typed_number
  AND (FALSE {if viewer_institution_side} OR o.institution {{my_staffed}} {end}
       {if viewer_site_side} OR (o.state <> 'draft' AND o.site IN ({{viewer_answers}})) {end})

-- As the calendar: inside, where the viewer works, all; from outside what the site was asked for or the viewer takes part in.
-- many: activities/activity
SELECT a.id, a.name, a.starts, a.ends, i.short_name AS institution, COUNT(*) OVER () > 10 AS more,
       {if viewer_site_side, viewer_takes_part} IF(v.inside, {{activity_status}}, {{own_status}}) AS status {end}
       {unless viewer_site_side, viewer_takes_part} {{activity_status}} AS status {end}
FROM (
  SELECT f.id, MAX(f.inside) AS inside, MIN(f.word) AS word, MIN(f.later) AS later, MIN(f.sort) AS sort
  FROM (
    SELECT 0 AS id, '' AS word, 0 AS later, '' AS sort, 0 AS inside FROM (SELECT 1) nobody WHERE FALSE
    {if viewer_institution_side, viewer_lecturer}
    UNION ALL
    (SELECT {{search_columns}}, 1 AS inside
     FROM {{search_walk}} AND w.thing = 'activity' AND w.scope {{my_institution}}
     {{search_few}})
    {end}
    {if viewer_site_side, viewer_takes_part}
    UNION ALL
    (SELECT w.id, MIN(w.word) AS word, MIN(w.later) AS later, MIN(w.sort) AS sort, 0 AS inside
     FROM ({{viewer_activities_seen}}) t
     STRAIGHT_JOIN activity k ON k.id = t.activity
     STRAIGHT_JOIN search_word w ON w.thing = 'activity' AND w.id = k.id AND w.scope = k.institution
     WHERE {{search_any}}
     GROUP BY w.id ORDER BY word, later, sort, w.id LIMIT 11)
    {end}
  ) f
  GROUP BY f.id
  ORDER BY word, later, sort, f.id LIMIT 11
) v
JOIN activity a ON a.id = v.id
JOIN activity_count n ON n.activity = a.id
JOIN institution i ON i.id = a.institution
{if viewer_site_side, viewer_takes_part} LEFT JOIN ({{own_orders}}) w ON w.activity = a.id {end}
ORDER BY v.word, v.later, v.sort, v.id LIMIT 10

-- Of who plans or examines: others find them in their list, and pay nothing here.
-- many: sessions/session
{unless viewer_plan_exams, viewer_examine} SELECT NULL AS id FROM DUAL WHERE FALSE {end}
{if viewer_plan_exams, viewer_examine}
SELECT s.id, {{exam_name}} AS name, s.type, {{exam_stage}} AS stage, s.date_mode, s.starts_on, TIME_FORMAT(s.starts_at, '%H:%i') AS starts_at,
       s.ends_on, TIME_FORMAT(s.ends_at, '%H:%i') AS ends_at, i.short_name AS institution, COUNT(*) OVER () > 10 AS more
FROM (SELECT {{search_columns}} FROM {{search_walk}}
        AND w.thing = 'exam_session'
        AND w.scope IN (SELECT g.institution FROM person_grant g WHERE {{granted}})
        AND (SELECT 1 FROM exam_session s WHERE s.id = w.id AND {{exam_seen}} LIMIT 1)
      {{search_few}}) v
JOIN exam_session s ON s.id = v.id
JOIN institution i ON i.id = s.institution
ORDER BY v.word, v.later, v.sort, v.id LIMIT 10
{end}

-- many: sites/site
SELECT s.id, s.name, s.kind, m.name AS municipality, COUNT(*) OVER () > 10 AS more
FROM (SELECT {{search_columns}} FROM {{search_walk}} AND w.thing = 'site' AND w.scope = 0 {{search_few}}) v
JOIN site s ON s.id = v.id
LEFT JOIN municipality m ON m.number = s.municipality
ORDER BY v.word, v.later, v.sort, v.id LIMIT 10

-- many: units/unit
SELECT u.id, u.name, u.site AS site_id, s.name AS site, a.name AS above, (u.closed_on <= :today) AS closed, COUNT(*) OVER () > 10 AS more
FROM (SELECT {{search_columns}} FROM {{search_walk}} AND w.thing = 'unit' AND w.scope = 0 {{search_few}}) v
JOIN unit u ON u.id = v.id
JOIN site s ON s.id = u.site
LEFT JOIN unit a ON a.id = u.parent
ORDER BY v.word, v.later, v.sort, v.id LIMIT 10

-- As the list of people. A site's few are taken and their words looked at; else the words are walked.
-- many: people/person
SELECT p.id, p.name, p.email, x.role, COALESCE(i.name, s.name) AS organisation, COUNT(*) OVER () > 10 AS more
FROM (
  SELECT f.id, MIN(f.word) AS word, MIN(f.later) AS later, MIN(f.sort) AS sort
  FROM (
    SELECT 0 AS id, '' AS word, 0 AS later, '' AS sort FROM (SELECT 1) nobody WHERE FALSE
    {if viewer_administer}
    UNION ALL
    (SELECT {{search_columns}} FROM {{search_walk}} AND w.thing = 'person' AND w.scope = 0
       AND NOT EXISTS (SELECT 1 FROM partner y WHERE y.person = w.id)
     {{search_few}})
    {end}
    {unless viewer_administer}
    {if viewer_institution_side}
    UNION ALL
    (SELECT {{search_columns}}
     FROM {{search_walk}}
       AND w.thing = 'person'
       AND w.scope = {if viewer_many_institutions} 0 {end} {unless viewer_many_institutions} :viewer_institution {end}
       AND (SELECT 1 FROM person_grant x WHERE x.person = w.id AND {{sees_grant}} LIMIT 1)
     {{search_few}})
    {end}
    {if viewer_site_side}
    UNION ALL
    (SELECT w.id, MIN(w.word) AS word, MIN(w.later) AS later, MIN(w.sort) AS sort
     FROM (SELECT DISTINCT x.person FROM person_grant x WHERE x.site IN ({{viewer_managed_sites}})) t
     STRAIGHT_JOIN search_word w ON w.thing = 'person' AND w.id = t.person AND w.scope = 0
     WHERE {{search_any}}
     GROUP BY w.id ORDER BY word, later, sort, w.id LIMIT 11)
    {end}
    {end}
  ) f
  GROUP BY f.id
  ORDER BY word, later, sort, f.id LIMIT 11
) v
JOIN person p ON p.id = v.id AND p.protected = 0
LEFT JOIN person_grant x ON x.id = (
  SELECT x.id FROM person_grant x
  WHERE x.person = v.id AND {{sees_grant}}
  ORDER BY CASE WHEN x.valid_to < :today THEN 2 WHEN x.valid_from > :today THEN 1 ELSE 0 END, x.role, x.id LIMIT 1)
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
ORDER BY v.word, v.later, v.sort, v.id LIMIT 10

-- Students of the viewer's site, or whom they follow or teach: as the page of students, by the newest of their placements. From
-- inside an institution students are people like others.
-- many: students/student
{unless viewer_site_side, viewer_supervisor, viewer_lecturer} SELECT NULL AS id FROM DUAL WHERE FALSE {end}
{if viewer_site_side, viewer_supervisor, viewer_lecturer}
SELECT x.id, p.name, a.name AS activity, u.name AS unit, x.starts, x.ends, COUNT(*) OVER () > 10 AS more
FROM (
  SELECT f.person, MAX(f.placement) AS placement, MIN(w.word) AS word, MIN(w.sort) AS sort
  FROM (
    SELECT 0 AS person, 0 AS placement FROM (SELECT 1) nobody WHERE FALSE
    {if viewer_site_side}
    UNION ALL SELECT x.person, MAX(x.id) FROM placement x WHERE x.site IN ({{viewer_sites}}) GROUP BY x.person
    {end}
    {if viewer_takes_part}
    UNION ALL SELECT x.person, MAX(x.id) FROM person_grant g JOIN placement x ON x.activity = g.activity AND x.site = g.site
    WHERE {{granted}} AND g.role = 'site_coordinator' GROUP BY x.person
    {end}
    {if viewer_supervisor}
    UNION ALL SELECT x.person, MAX(x.id) FROM placement x
    WHERE x.supervisor = :viewer
      AND x.site IN (SELECT g.site FROM person_grant g WHERE {{granted}} AND (g.activity IS NULL OR g.activity = x.activity)) GROUP BY x.person
    {end}
    {if viewer_lecturer}
    UNION ALL SELECT x.person, MAX(x.id) FROM placement x
    WHERE x.lecturer = :viewer
      AND x.institution IN (SELECT g.institution FROM person_grant g WHERE {{granted}} AND (g.activity IS NULL OR g.activity = x.activity)) GROUP BY x.person
    {end}
  ) f
  STRAIGHT_JOIN search_word w ON w.thing = 'person' AND w.id = f.person AND w.scope = 0
  WHERE {{search_any}}
  GROUP BY f.person ORDER BY word, sort, f.person LIMIT 11
) v
JOIN placement x ON x.id = v.placement
JOIN person p ON p.id = x.person AND p.protected = 0
JOIN activity a ON a.id = x.activity
JOIN unit u ON u.id = x.unit
ORDER BY v.word, v.sort, v.person LIMIT 10
{end}
