-- A term in whole weeks, :from–:to (server/period.h): a bar a line, gathered under headings that can be closed. The first
-- 400 lines; the headings count all.

-- many: groups/group
SELECT SQL_CACHE g.group_id AS id, t.name, g.n, g.planning, g.ordered, g.capacity_missing, g.capacity_confirmed, g.allocating, g.shared, g.running, g.completed, g.cancelled
FROM (SELECT x.group_id, COUNT(*) AS n, {{calendar_status_counts}}
      FROM (SELECT {{calendar_status_code}} AS code, {{calendar_group}} AS group_id FROM {{calendar_counted}} {{calendar_group_joined}} LIMIT 1000000) x
      GROUP BY x.group_id) g
STRAIGHT_JOIN {{calendar_group_table}} t ON t.id = g.group_id
ORDER BY t.name {collate}, t.id

-- The week, from 1, that a bar begins in, and how many it covers; due_week: of the first answer it waits for.
-- many: bars/bar
SELECT SQL_CACHE b.id, b.name, b.starts, b.ends, b.status, b.group_id, b.due_on, b.unanswered,
       DATEDIFF(GREATEST(b.starts, CAST(:from AS DATE)), :from) DIV 7 + 1 AS week,
       DATEDIFF(LEAST(b.ends, CAST(:to AS DATE)), :from) DIV 7 - DATEDIFF(GREATEST(b.starts, CAST(:from AS DATE)), :from) DIV 7 + 1 AS weeks,
       IF(b.due_on BETWEEN CAST(:from AS DATE) AND CAST(:to AS DATE), DATEDIFF(b.due_on, :from) DIV 7 + 1, NULL) AS due_week,
       IF(b.due_on < :today, 1, NULL) AS overdue, IF(b.starts < CAST(:from AS DATE), 1, NULL) AS went_on,
       IF(b.ends > CAST(:to AS DATE), 1, NULL) AS goes_on
FROM (SELECT c.activity AS id, {{calendar_name}} AS name, c.letter, c.starts, c.ends, {{calendar_status}} AS status, v.group_id,
             v.group_name, {{calendar_due_day}} AS due_on, {{calendar_due_count}} AS unanswered
      FROM (SELECT s.*, t.name AS group_name
            FROM (SELECT c.activity, c.letter, c.starts, c.inside, {{calendar_group}} AS group_id
                  FROM ({{calendar_seen}}) c STRAIGHT_JOIN activity a ON a.id = c.activity {{calendar_group_joined}} LIMIT 1000000) s
            JOIN {{calendar_group_table}} t ON t.id = s.group_id
            ORDER BY t.name {collate}, s.group_id, s.starts, s.activity, s.letter LIMIT 400) v
      {{calendar_line}}) b
ORDER BY b.group_name {collate}, b.group_id, b.starts, b.id, b.letter

-- many: programmes/programme
{{calendar_programmes}}

-- many: institutions/institution
{{calendar_institutions}}

-- many: sites/site
{{sites_offered}}

-- many: exams/exam
SELECT SQL_CACHE y.* FROM ({{calendar_exams}} AND s.state = 'confirmed') y
ORDER BY y.day, y.starts_at, y.id, y.kind LIMIT 200

-- many: assess/day
{{calendar_assessments}}
ORDER BY z.day, z.at, z.kind, z.activity LIMIT 200
