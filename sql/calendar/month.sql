-- A month in whole weeks, :from–:to (server/period.h). What is shown is bounded however much goes on: the first three of what
-- begins and of what ends on a day, and of all of it how many there are. SQL_CACHE: everybody at an institution asks for the same month,
-- and the server keeps the answer until one of its tables changes.

-- n: how many of the kind the day has.
-- many: events/event
SELECT SQL_CACHE IF(v.begins, 'starts', 'ends') AS kind, LEFT(v.day, 10) AS day, v.n, v.activity AS id, {{calendar_name}} AS name,
       {{calendar_status}} AS status
FROM (SELECT k.begins, IF(k.begins, s.starts, s.ends) AS day, s.activity, s.letter, s.inside,
             COUNT(*) OVER (PARTITION BY k.begins, IF(k.begins, s.starts, s.ends)) AS n,
             ROW_NUMBER() OVER (PARTITION BY k.begins, IF(k.begins, s.starts, s.ends) ORDER BY s.activity, s.letter) AS place
      FROM ({{calendar_seen}}) s
      JOIN (SELECT 1 AS begins UNION ALL SELECT 0) k
      WHERE IF(k.begins, s.starts, s.ends) BETWEEN CAST(:from AS DATE) AND CAST(:to AS DATE)) v
{{calendar_line}}
WHERE v.place <= 3
ORDER BY v.day, v.begins DESC, v.place

-- Per day how many orders wait for an answer, the order itself when it is the only one; and each last day for wishes.
-- many: dues/due
SELECT z.* FROM (
SELECT LEFT(d.due_on, 10) AS day, COUNT(*) AS orders, COUNT(DISTINCT d.activity) AS activities, IF(COUNT(*) = 1, MIN(d.id), NULL) AS id,
       IF(COUNT(DISTINCT d.activity) = 1, MIN(d.activity), NULL) AS activity,
       IF(COUNT(DISTINCT d.activity) = 1, MIN(a.name), NULL) AS name, IF(d.due_on < :today, 1, NULL) AS overdue,
       NULL AS wishes, NULL AS registration
FROM ({{calendar_due}}) d
JOIN activity a ON a.id = d.activity
GROUP BY d.due_on
{if viewer_institution_side, viewer_student}
UNION ALL
SELECT LEFT(l.wishes_to, 10), NULL, NULL, NULL, w.activity, a.name, NULL, 1, w.registration
FROM ({{calendar_windows}}) w
JOIN allocation_plan l ON l.activity = w.activity
JOIN activity a ON a.id = w.activity
{end}
) z
ORDER BY z.day, z.wishes, z.name {collate}, z.activity

-- What runs: each line alone while there are few in the month, else gathered under what they belong to. Of each bar the week,
-- from 1, and weekday in which it begins and ends within the month, n1–n6 how many lines of it run in each week, open1–open6 how many of
-- these are not settled. The limit keeps the lines a table of their own: merged into the rest, each line's status would be
-- found again for each of the sums.
-- many: bars/bar
SELECT SQL_CACHE g.first_day DIV 7 + 1 AS start_week, g.first_day MOD 7 + 1 AS start_day, g.last_day DIV 7 + 1 AS end_week,
       g.last_day MOD 7 + 1 AS end_day, g.went_on, g.goes_on, g.n,
       IF(g.n = 1, g.activity, NULL) AS id, IF(g.n = 1, {{calendar_name}}, t.name) AS name, IF(g.n = 1, g.status, NULL) AS status,
       IF(g.n = 1, NULL, g.group_id) AS group_id,
       NULLIF(g.n1, 0) AS n1, IF(g.n > 1 AND g.open1 > 0, g.open1, NULL) AS open1,
       NULLIF(g.n2, 0) AS n2, IF(g.n > 1 AND g.open2 > 0, g.open2, NULL) AS open2,
       NULLIF(g.n3, 0) AS n3, IF(g.n > 1 AND g.open3 > 0, g.open3, NULL) AS open3,
       NULLIF(g.n4, 0) AS n4, IF(g.n > 1 AND g.open4 > 0, g.open4, NULL) AS open4,
       NULLIF(g.n5, 0) AS n5, IF(g.n > 1 AND g.open5 > 0, g.open5, NULL) AS open5,
       NULLIF(g.n6, 0) AS n6, IF(g.n > 1 AND g.open6 > 0, g.open6, NULL) AS open6
FROM (
  SELECT COUNT(*) AS n, MIN(x.activity) AS activity, MIN(x.letter) AS letter, MIN(x.status) AS status, MIN(x.group_id) AS group_id,
         GREATEST(MIN(x.first_day), 0) AS first_day, LEAST(MAX(x.last_day), DATEDIFF(:to, :from)) AS last_day,
         IF(MIN(x.first_day) < 0, 1, NULL) AS went_on, IF(MAX(x.last_day) > DATEDIFF(:to, :from), 1, NULL) AS goes_on,
         COUNT(IF(x.first_day <= 6 AND x.last_day >= 0, 1, NULL)) AS n1, COUNT(IF(x.open AND x.first_day <= 6 AND x.last_day >= 0, 1, NULL)) AS open1,
         COUNT(IF(x.first_day <= 13 AND x.last_day >= 7, 1, NULL)) AS n2, COUNT(IF(x.open AND x.first_day <= 13 AND x.last_day >= 7, 1, NULL)) AS open2,
         COUNT(IF(x.first_day <= 20 AND x.last_day >= 14, 1, NULL)) AS n3, COUNT(IF(x.open AND x.first_day <= 20 AND x.last_day >= 14, 1, NULL)) AS open3,
         COUNT(IF(x.first_day <= 27 AND x.last_day >= 21, 1, NULL)) AS n4, COUNT(IF(x.open AND x.first_day <= 27 AND x.last_day >= 21, 1, NULL)) AS open4,
         COUNT(IF(x.first_day <= 34 AND x.last_day >= 28, 1, NULL)) AS n5, COUNT(IF(x.open AND x.first_day <= 34 AND x.last_day >= 28, 1, NULL)) AS open5,
         COUNT(IF(x.first_day <= 41 AND x.last_day >= 35, 1, NULL)) AS n6, COUNT(IF(x.open AND x.first_day <= 41 AND x.last_day >= 35, 1, NULL)) AS open6
  FROM (SELECT y.*, y.status IN ('planning', 'ordered', 'capacity_missing') AS open, COUNT(*) OVER () < 25 AS few
        FROM (SELECT c.activity, c.letter, DATEDIFF(c.starts, :from) AS first_day, DATEDIFF(c.ends, :from) AS last_day,
                     {{calendar_status}} AS status, {{calendar_group}} AS group_id
              FROM {{calendar_counted}} {{calendar_group_joined}} LIMIT 1000000) y) x
  GROUP BY IF(x.few, x.activity * 256 + ASCII(x.letter), x.group_id)
) g
STRAIGHT_JOIN {{calendar_group_table}} t ON t.id = g.group_id
LEFT JOIN occurrence c ON g.n = 1 AND c.activity = g.activity AND c.letter = g.letter
ORDER BY g.n DESC, g.first_day, g.activity, g.letter

-- many: programmes/programme
{{calendar_programmes}}

-- many: institutions/institution
{{calendar_institutions}}

-- many: sites/site
{{sites_offered}}

-- n: how many exams the day has; the first three are shown.
-- many: exams/exam
SELECT SQL_CACHE x.* FROM (
  SELECT y.kind, y.id, y.candidate, y.name, y.day_key AS day, y.starts_at, COUNT(*) OVER (PARTITION BY y.day) AS n,
         ROW_NUMBER() OVER (PARTITION BY y.day ORDER BY y.starts_at, y.id, y.kind) AS place
  FROM ({{calendar_exams}} AND s.state = 'confirmed') y) x
WHERE x.place <= 3 OR x.n = 4
ORDER BY x.day, x.place

-- many: assess/day
{{calendar_assessments}}
ORDER BY z.day, z.at, z.kind, z.activity LIMIT 200
