-- What the viewer must do now, then what is going on. What a viewer has no part in is left out or shut by a constant, so it costs
-- next to nothing. An institution's staff have one institution as a rule: then it is a constant (fragments my_staffed, and my_institution, where
-- lecturers too look).

-- A site's orders to answer, soonest due first.
-- many: unanswered/order
{unless viewer_site_side} SELECT NULL AS id FROM DUAL WHERE FALSE {end}
{if viewer_site_side}
SELECT o.id, o.places, o.due_on, {{order_overdue}} AS overdue, GREATEST(DATEDIFF(:today, o.due_on), 0) AS days_late,
       a.name AS activity, a.starts, a.ends, i.name AS institution, s.name AS site
FROM placement_order o
JOIN activity a ON a.id = o.activity
JOIN institution i ON i.id = o.institution
JOIN site s ON s.id = o.site
WHERE o.state = 'sent' AND o.site IN ({{viewer_answers}})
ORDER BY o.due_on, o.id LIMIT 20
{end}

-- Where a site still has nobody as coordinator or supervisor, of what runs or begins within eight weeks.
-- many: roles/activity
{unless viewer_site_side} SELECT NULL AS id FROM DUAL WHERE FALSE {end}
{if viewer_site_side}
SELECT m.id, m.name, m.starts, m.ends, s.name AS site, SUM(m.coordinators = 0) AS no_coordinator,
       SUM(m.supervisors = 0) AS no_supervisor
FROM (SELECT a.id, a.name, a.starts, a.ends, t.site, k.id AS class,
             COUNT(IF(x.role = 'site_coordinator', 1, NULL)) AS coordinators,
             COUNT(IF(x.role = 'supervisor', 1, NULL)) AS supervisors
      FROM (SELECT DISTINCT o.activity, o.site FROM placement_order o
            WHERE o.state IN ('answered', 'closed') AND o.places_confirmed > 0 AND o.site IN ({{viewer_answers}})) t
      JOIN activity a ON a.id = t.activity AND a.cancelled_at IS NULL AND a.ends >= CAST(:today AS DATE)
        AND a.starts <= CAST(:today AS DATE) + INTERVAL 8 WEEK
      LEFT JOIN activity_class k ON k.activity = a.id
      LEFT JOIN person_grant x ON x.activity = a.id AND x.site = t.site AND {{role_counts}}
        AND (x.activity_class IS NULL OR x.activity_class = k.id)
      GROUP BY a.id, t.site, k.id) m
JOIN site s ON s.id = m.site
WHERE m.coordinators = 0 OR m.supervisors = 0
GROUP BY m.id, m.name, m.starts, m.ends, s.id, s.name
ORDER BY m.starts, m.id, s.id LIMIT 10
{end}

-- A site's activities of this semester, with its own numbers.
-- many: site_activities/activity
{unless viewer_site_side} SELECT NULL AS id FROM DUAL WHERE FALSE {end}
{if viewer_site_side}
SELECT a.id, a.name, a.starts, a.ends, i.name AS institution, w.orders, w.unanswered, w.asked, w.confirmed,
       {{own_status}} AS status
FROM ({{own_orders}}) w
JOIN activity a ON a.id = w.activity
JOIN activity_count n ON n.activity = w.activity
JOIN institution i ON i.id = a.institution
WHERE a.term = CONCAT(YEAR(:today), '-', IF(MONTH(:today) <= 7, 1, 2))
ORDER BY a.starts, a.id LIMIT 20
{end}

-- How many of the institution's orders are late.
-- maybe: waiting
SELECT COUNT(*) AS late FROM placement_order o
WHERE o.state = 'sent' AND o.due_on < CAST(:today AS DATE) AND o.institution {{my_staffed}}
  {unless viewer_institution_side} AND FALSE {end}

-- many: late/order
SELECT o.id, o.places, o.due_on, DATEDIFF(:today, o.due_on) AS days_late, a.name AS activity, s.name AS site
FROM placement_order o
JOIN activity a ON a.id = o.activity
JOIN site s ON s.id = o.site
WHERE o.state = 'sent' AND o.due_on < CAST(:today AS DATE) AND o.institution {{my_staffed}}
  {unless viewer_institution_side} AND FALSE {end}
ORDER BY o.due_on, o.id LIMIT 10

-- many: answers/order
SELECT o.id, o.places, o.places_confirmed, o.answered_at, {{order_state}} AS state, a.name AS activity, s.name AS site
FROM placement_order o
JOIN activity a ON a.id = o.activity
JOIN site s ON s.id = o.site
WHERE o.answered_at >= CAST(:today AS DATE) - INTERVAL 14 DAY AND o.state = 'answered' AND o.institution {{my_staffed}}
  {unless viewer_institution_side} AND FALSE {end}
ORDER BY o.answered_at DESC, o.id DESC LIMIT 10

-- Activities that lie ahead and need something of the planner: drafts to send, places still missing.
-- many: planning/activity
SELECT a.id, a.name, a.starts, a.ends, n.orders_draft, a.places_wanted, n.places_ordered, n.places_confirmed,
       {{activity_status}} AS status
FROM activity a
JOIN activity_count n ON n.activity = a.id
WHERE a.starts > CAST(:today AS DATE) AND a.cancelled_at IS NULL AND a.institution {{my_staffed}}
  AND (n.orders_draft > 0 OR (n.orders_unanswered = 0 AND n.places_confirmed < a.places_wanted))
  {unless viewer_institution_side} AND FALSE {end}
ORDER BY a.starts, a.id LIMIT 10

-- What began or begins about now where the viewer works: found in the index alone, then looked up.
-- many: current/activity
SELECT c.activity AS id, IF(c.letter = '', c.name, CONCAT(c.name, ' – ', c.letter)) AS name, c.starts, c.ends,
       {{occurrence_status}} AS status
FROM (SELECT c.activity, c.letter FROM occurrence c
      WHERE c.institution {{my_institution}} AND c.starts <= CAST(:today AS DATE) + INTERVAL 30 DAY
        AND c.starts >= CAST(:today AS DATE) - INTERVAL 366 DAY AND c.ends >= CAST(:today AS DATE)
        {unless viewer_institution_side, viewer_lecturer} AND FALSE {end}
      ORDER BY c.starts DESC, c.activity DESC, c.letter DESC LIMIT 20) v
JOIN occurrence c ON c.activity = v.activity AND c.letter = v.letter
JOIN activity a ON a.id = c.activity
JOIN activity_count n ON n.activity = c.activity
WHERE a.cancelled_at IS NULL
ORDER BY c.starts DESC, c.activity DESC, c.letter DESC LIMIT 10

-- The students that the viewer follows now or soon, as supervisor or lecturer: as they were shared.
-- many: followed/placement
{unless viewer_supervisor, viewer_lecturer} SELECT NULL AS id FROM DUAL WHERE FALSE {end}
{if viewer_supervisor, viewer_lecturer}
SELECT x.id, IF({{placement_student_named}}, p.name, NULL) AS student, u.name AS unit, st.name AS site, a.name AS activity,
       x.starts, x.ends, IF(x.starts > CAST(:today AS DATE), 'coming', 'now') AS view
FROM (SELECT x.id FROM placement x
      WHERE x.supervisor = :viewer AND x.ends >= CAST(:today AS DATE) AND x.ended_on IS NULL
        AND x.site IN (SELECT g.site FROM person_grant g WHERE {{granted}} AND (g.activity IS NULL OR g.activity = x.activity))
      UNION
      SELECT x.id FROM placement x
      WHERE x.lecturer = :viewer AND x.ends >= CAST(:today AS DATE) AND x.ended_on IS NULL
        AND x.institution IN (SELECT g.institution FROM person_grant g
                              WHERE {{granted}} AND (g.activity IS NULL OR g.activity = x.activity))) f
JOIN placement x ON x.id = f.id
JOIN person p ON p.id = x.person
JOIN unit u ON u.id = x.unit
JOIN site st ON st.id = x.site
JOIN activity a ON a.id = x.activity
WHERE a.cancelled_at IS NULL
ORDER BY x.starts, p.sorted_{alphabet}, x.id LIMIT 12
{end}

-- What is wanted of the assessment of those students, and what a student is to sign for.
-- many: assess/placement
{unless viewer_supervisor, viewer_lecturer, viewer_student} SELECT NULL AS id FROM DUAL WHERE FALSE {end}
{if viewer_supervisor, viewer_lecturer, viewer_student}
{{front_assessments}}
{end}

-- Where the viewer takes part: supervisor, lecturer, student, coordinator of one activity.
-- many: mine/activity
{unless viewer_takes_part} SELECT NULL AS id FROM DUAL WHERE FALSE {end}
{if viewer_takes_part}
SELECT a.id, a.name, a.starts, a.ends, GROUP_CONCAT(DISTINCT k.letter ORDER BY k.letter SEPARATOR ', ') AS class, g.role,
       i.name AS institution, s.name AS site
FROM person_grant g
JOIN activity a ON a.id = g.activity
JOIN institution i ON i.id = a.institution
LEFT JOIN activity_class k ON k.id = g.activity_class
LEFT JOIN site s ON s.id = g.site
WHERE {{granted}} AND a.ends >= :today
GROUP BY a.id, a.name, a.starts, a.ends, g.role, i.name, s.name
ORDER BY a.starts, a.id, g.role LIMIT 20
{end}

-- A student's placements to come and under way: wishes to hand in, then what was shared.
-- many: own/registration
{unless viewer_student} SELECT NULL AS id FROM DUAL WHERE FALSE {end}
{if viewer_student}
SELECT x.id, a.name AS activity, COALESCE(k.starts, a.starts) AS starts, COALESCE(k.ends, a.ends) AS ends, i.name AS institution,
       {{wishes_stage}} AS stage, n.wishes_from, n.wishes_to, DATEDIFF(n.wishes_to, :today) AS days_left, x.wishes_at, l.id AS placement,
       u.name AS unit, s.name AS site, COALESCE(u.address, s.address) AS address, IF(v.protected = 0, v.name, NULL) AS supervisor,
       IF(t.protected = 0, t.name, NULL) AS lecturer
FROM registration x
JOIN activity a ON a.id = x.activity AND a.cancelled_at IS NULL AND a.ends >= CAST(:today AS DATE)
JOIN allocation_plan n ON n.activity = a.id
JOIN institution i ON i.id = x.institution
LEFT JOIN activity_class k ON k.id = x.activity_class
LEFT JOIN placement l ON l.registration = x.id AND l.ended_on IS NULL
LEFT JOIN unit u ON u.id = l.unit
LEFT JOIN site s ON s.id = l.site
LEFT JOIN person v ON v.id = l.supervisor
LEFT JOIN person t ON t.id = l.lecturer
WHERE x.person = :viewer AND x.state = 'registered'
ORDER BY starts, x.id LIMIT 20
{end}

-- A student's exams: those to register for now, then those that come and are under way.
-- many: exams/exam
{unless viewer_student} SELECT NULL AS id FROM DUAL WHERE FALSE {end}
{if viewer_student}
SELECT 'register' AS kind, a.id, MAX(a.name) AS name, MAX(a.date_mode) AS date_mode, MAX(a.starts_on) AS starts_on, MAX(a.starts_at) AS starts_at,
       MAX(a.ends_on) AS ends_on, MAX(a.ends_at) AS ends_at, MAX(a.place) AS place, MAX(a.registers_to) AS registers_to, MAX(a.days_left) AS days_left
FROM ({{exam_registrable}}) a WHERE a.window = 'open' GROUP BY a.id
UNION ALL
SELECT 'sit', c.id, {{exam_name}}, s.date_mode, s.starts_on, TIME_FORMAT(s.starts_at, '%H:%i'), s.ends_on, TIME_FORMAT(s.ends_at, '%H:%i'), s.place,
       NULL, NULL
FROM candidate c JOIN exam_session s ON s.id = c.exam_session AND s.state = 'confirmed'
WHERE c.person = :viewer AND c.state = 'registered' AND {{candidate_ends}} >= :clock
ORDER BY kind, registers_to, starts_on, id LIMIT 20
{end}

-- An assessor's exams with papers that wait for their mark, soonest due first.
-- many: marking/exam
{unless viewer_assess} SELECT NULL AS id FROM DUAL WHERE FALSE {end}
{if viewer_assess}
{{front_marking}}
{end}

-- What waits for an exam planner: gradings that are complete, results to transfer, drafts to finish.
-- many: exam_work/exam
{unless viewer_plan_exams} SELECT NULL AS id FROM DUAL WHERE FALSE {end}
{if viewer_plan_exams}
{{front_exam_work}}
{end}

-- Results to attest, and late ones.
-- many: results_work/source
{unless viewer_examine, viewer_plan_exams} SELECT NULL AS id FROM DUAL WHERE FALSE {end}
{if viewer_examine, viewer_plan_exams}
{{front_results}}
{end}

-- maybe: region
SELECT (SELECT COUNT(*) FROM institution) AS institutions, (SELECT COUNT(*) FROM site) AS sites,
       (SELECT COUNT(*) FROM agreement g
        WHERE g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)) AS agreements,
       (SELECT COUNT(*) FROM requirement) AS requirements
FROM (SELECT 1) one
WHERE TRUE {unless viewer_administer} AND FALSE {end}
