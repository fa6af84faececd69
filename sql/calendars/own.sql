-- What a person has to be at, or to have done: for their own calendar. What was cancelled stays for 90 days. A sequence made of the minute
-- of the last change grows also when what was counted in it has gone.
-- one: calendar
SELECT DATE_FORMAT(CAST(:today AS DATE) - INTERVAL 90 DAY, '%Y%m%d') AS since

-- Activities that one has a role in, or is registered in without knowing where yet: who withdraws before that has it cancelled.
-- many: events/event
SELECT c.activity AS id, c.letter AS class, {{calendar_name}} AS name, DATE_FORMAT(c.starts, '%Y%m%d') AS starts,
       DATE_FORMAT(c.ends + INTERVAL 1 DAY, '%Y%m%d') AS until,
       CASE WHEN a.cancelled_at IS NOT NULL THEN 'cancelled' WHEN n.shared THEN 'shared' ELSE 'planning' END AS status, i.name AS institution,
       v.gone AS cancelled, a.version + COALESCE(k.version, 0) - 1 + n.shared + v.withdrawals AS sequence,
       DATE_FORMAT(GREATEST(a.row_start, COALESCE(k.row_start, a.row_start), COALESCE(v.withdrawn, a.row_start)), '%Y%m%dT%H%i%sZ') AS changed
FROM (SELECT u.activity, u.letter, MIN(u.gone) AS gone, MAX(u.withdrawals) AS withdrawals, MAX(u.withdrawn) AS withdrawn
      FROM (SELECT g.activity, COALESCE(t.letter, '') AS letter, 0 AS gone, 0 AS withdrawals, NULL AS withdrawn
            FROM person_grant g LEFT JOIN activity_class t ON t.id = g.activity_class
            WHERE {{granted}} AND g.activity IS NOT NULL AND g.role <> 'student'
            UNION ALL
            SELECT x.activity, COALESCE(t.letter, ''), x.state = 'withdrawn', {{withdrawals}}, IF(x.state = 'withdrawn', x.row_start, NULL)
            FROM registration x
            LEFT JOIN activity_class t ON t.id = x.activity_class
            LEFT JOIN placement p ON p.registration = x.id
            WHERE x.person = :viewer AND p.id IS NULL AND (x.state = 'registered' OR x.row_start >= CAST(:today AS DATE) - INTERVAL 90 DAY)) u
      GROUP BY u.activity, u.letter) v
JOIN occurrence c ON c.activity = v.activity AND (v.letter = '' OR c.letter = v.letter)
JOIN activity a ON a.id = c.activity
JOIN activity_count n ON n.activity = a.id
JOIN institution i ON i.id = a.institution
LEFT JOIN activity_class k ON k.activity = c.activity AND k.letter = c.letter
WHERE c.ends >= CAST(:from AS DATE)
ORDER BY c.starts, c.activity, c.letter

-- One's own placements. One that was taken back before it began is cancelled: it is in the history alone. One that ended early is shorter.
-- many: placements/placement
SELECT x.id, a.name AS activity, s.name AS site, u.name AS unit, s.address, m.name AS municipality,
       IF(v.protected = 0, v.name, NULL) AS supervisor, IF(l.protected = 0, l.name, NULL) AS lecturer, i.name AS institution,
       DATE_FORMAT(x.starts, '%Y%m%d') AS starts,
       DATE_FORMAT(GREATEST(COALESCE(x.ended_on, x.ends), x.starts) + INTERVAL 1 DAY, '%Y%m%d') AS until,
       a.cancelled_at IS NOT NULL OR x.gone AS cancelled, a.version + x.version + x.gone - 2 AS sequence,
       DATE_FORMAT(GREATEST(x.changed, a.row_start), '%Y%m%dT%H%i%sZ') AS changed
FROM (
  SELECT n.id, n.institution, n.activity, n.site, n.unit, n.supervisor, n.lecturer, n.starts, n.ends, n.ended_on, n.version, 0 AS gone, n.row_start AS changed
  FROM placement n WHERE n.person = :viewer
  UNION ALL
  SELECT h.id, h.institution, h.activity, h.site, h.unit, h.supervisor, h.lecturer, h.starts, h.ends, NULL, h.version, 1, h.row_end
  FROM placement FOR SYSTEM_TIME ALL h
  WHERE h.person = :viewer AND NOT EXISTS (SELECT 1 FROM placement FOR SYSTEM_TIME ALL later WHERE later.id = h.id AND later.row_end > h.row_end)
    AND h.row_end BETWEEN CAST(:today AS DATE) - INTERVAL 90 DAY AND CURRENT_TIMESTAMP(6)
) x
JOIN activity a ON a.id = x.activity
JOIN institution i ON i.id = x.institution
JOIN site s ON s.id = x.site
JOIN unit u ON u.id = x.unit
LEFT JOIN municipality m ON m.number = s.municipality
LEFT JOIN person v ON v.id = x.supervisor
LEFT JOIN person l ON l.id = x.lecturer
WHERE x.ends >= CAST(:from AS DATE)
ORDER BY x.starts, x.id

-- Where one follows students, how many: not who. Where there is nobody left to follow it is cancelled: who was there is in the history alone.
-- many: follows/follow
{if viewer_supervisor, viewer_lecturer}
SELECT x.activity, x.unit, a.name, s.name AS site, u.name AS unit_name, i.name AS institution, x.students,
       DATE_FORMAT(x.starts, '%Y%m%d') AS starts, DATE_FORMAT(x.ends + INTERVAL 1 DAY, '%Y%m%d') AS until,
       a.cancelled_at IS NOT NULL OR x.gone AS cancelled, UNIX_TIMESTAMP(GREATEST(a.row_start, x.changed)) DIV 60 + x.gone AS sequence,
       DATE_FORMAT(GREATEST(a.row_start, x.changed), '%Y%m%dT%H%i%sZ') AS changed
FROM (
  SELECT f.activity, f.unit, MIN(f.site) AS site, MIN(f.institution) AS institution, MIN(f.gone) AS gone,
         COALESCE(MIN(IF(f.gone, NULL, f.starts)), MIN(f.starts)) AS starts, COALESCE(MAX(IF(f.gone, NULL, f.ends)), MAX(f.ends)) AS ends,
         COALESCE(NULLIF(SUM(f.gone = 0), 0), COUNT(DISTINCT f.id)) AS students, MAX(f.changed) AS changed
  FROM (SELECT x.id, x.institution, x.activity, x.site, x.unit, x.starts, x.ends, 0 AS gone,
               (SELECT MAX(y.row_start) FROM placement y WHERE y.activity = x.activity) AS changed
        FROM placement x JOIN person p ON p.id = x.person AND p.protected = 0
        WHERE {{assessed_by_viewer}} AND x.ended_on IS NULL AND x.ends >= CAST(:from AS DATE)
        UNION ALL
        SELECT h.id, h.institution, h.activity, h.site, h.unit, h.starts, h.ends, 1, h.row_end
        FROM placement FOR SYSTEM_TIME ALL h JOIN person p ON p.id = h.person AND p.protected = 0
        WHERE (h.supervisor = :viewer OR h.lecturer = :viewer) AND h.person <> :viewer AND h.ended_on IS NULL AND h.ends >= CAST(:from AS DATE)
          AND h.row_end <= CURRENT_TIMESTAMP(6)) f
  GROUP BY f.activity, f.unit
) x
JOIN activity a ON a.id = x.activity
JOIN institution i ON i.id = x.institution
JOIN site s ON s.id = x.site
JOIN unit u ON u.id = x.unit
ORDER BY x.starts, x.activity, x.unit
{end}
{unless viewer_supervisor, viewer_lecturer}
SELECT 0 AS activity FROM (SELECT 1) nothing WHERE FALSE
{end}

-- Courses that one reads.
-- many: courses/course
SELECT ci.id, ci.code, IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS name, i.name AS institution, ci.place,
       DATE_FORMAT(ci.starts, '%Y%m%d') AS starts, DATE_FORMAT(ci.ends + INTERVAL 1 DAY, '%Y%m%d') AS until,
       r.state = 'withdrawn' AS cancelled, UNIX_TIMESTAMP(GREATEST(ci.row_start, r.row_start)) DIV 60 AS sequence,
       DATE_FORMAT(GREATEST(ci.row_start, r.row_start), '%Y%m%dT%H%i%sZ') AS changed
FROM course_registration r
JOIN course_instance ci ON ci.id = r.course_instance
JOIN course c ON c.id = ci.course
JOIN institution i ON i.id = r.institution
WHERE r.person = :viewer AND ci.ends >= CAST(:from AS DATE)
ORDER BY ci.starts, ci.id

-- many: dues/due
{{calendar_deadlines_kept}}

-- Exams that one sits or examines, cancelled when one no longer does; last days to register; days on which results are due from one.
-- many: exams/exam
SELECT z.kind, z.id, z.candidate, {{exam_name}} AS name, i.short_name AS institution, s.place,
       s.state = 'cancelled' OR z.gone AS cancelled, z.sequence, {{calendar_exam_times}}
FROM (
  SELECT 'exam' AS kind, c.exam_session AS id, MAX(IF(c.state = 'registered', c.id, NULL)) AS candidate,
         COALESCE(MAX(IF(c.state = 'registered', c.extra_minutes, NULL)), 0) AS extra, x.version + SUM(c.version) AS sequence,
         x.starts_on AS day, MAX(c.row_start) AS changed, MAX(c.state = 'registered') = 0 AS gone
  FROM candidate c JOIN exam_session x ON x.id = c.exam_session AND x.state IN ('confirmed', 'cancelled')
  WHERE c.person = :viewer AND x.starts_on >= CAST(:from AS DATE)
  GROUP BY x.id
  {if viewer_student}
  UNION ALL
  SELECT 'registers', e.id, NULL, 0, x.version, MAX(e.registers_to), NULL, 0
  FROM ({{exam_registrable}}) e JOIN exam_session x ON x.id = e.id
  WHERE e.registers_to >= CAST(:today AS DATE) GROUP BY e.id
  {end}
  {if viewer_examine}
  UNION ALL
  SELECT 'exam', x.id, NULL, 0, x.version, x.starts_on, NULL, 0
  FROM ({{viewer_examines}}) e JOIN exam_session x ON x.id = e.exam_session AND x.state IN ('confirmed', 'cancelled')
  WHERE x.starts_on >= CAST(:from AS DATE)
    AND NOT EXISTS (SELECT 1 FROM candidate c WHERE c.exam_session = x.id AND c.person = :viewer)
  {end}
  UNION ALL
  SELECT 'exam', x.id, NULL, 0, x.version, x.starts_on, MAX(h.row_end), 1
  FROM exam_examiner FOR SYSTEM_TIME ALL h JOIN exam_session x ON x.id = h.exam_session AND x.state IN ('confirmed', 'cancelled')
  WHERE h.person = :viewer AND x.starts_on >= CAST(:from AS DATE)
    AND NOT EXISTS (SELECT 1 FROM exam_examiner e WHERE e.exam_session = x.id AND e.person = :viewer)
    AND NOT EXISTS (SELECT 1 FROM candidate c WHERE c.exam_session = x.id AND c.person = :viewer)
  GROUP BY x.id HAVING MAX(h.row_end) >= CAST(:today AS DATE) - INTERVAL 90 DAY
  {if viewer_plan_exams, viewer_examine}
  UNION ALL
  SELECT 'results', s.id, NULL, 0, s.version, s.results_due, NULL, 0
  FROM exam_session s
  WHERE s.state = 'confirmed' AND s.results_due >= CAST(:from AS DATE) AND {{exam_results_seen}} AND {{results_unfinished}}
  {end}
) z
JOIN exam_session s ON s.id = z.id
JOIN institution i ON i.id = s.institution
WHERE z.day IS NOT NULL
ORDER BY z.day, s.starts_at, z.id, z.kind

-- many: assess/day
{{calendar_assessments_kept}}
ORDER BY z.day, z.at, z.kind, z.activity
