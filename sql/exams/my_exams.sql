-- A student's exams: those to register for, those to come and under way, those that are over.

-- The ones that are open first, then those that will be, then those that have closed.
-- many: open/session
SELECT a.id, MAX(a.name) AS name, MAX(a.type) AS type, MAX(a.date_mode) AS date_mode, MAX(a.starts_on) AS starts_on, MAX(a.starts_at) AS starts_at,
       MAX(a.ends_on) AS ends_on, MAX(a.ends_at) AS ends_at, MAX(a.place) AS place, MAX(a.registers_from) AS registers_from,
       MAX(a.registers_to) AS registers_to, MAX(a.days_left) AS days_left, MAX(a.window) AS window, MAX(i.short_name) AS institution,
       GROUP_CONCAT(DISTINCT CONCAT(o.code, ' ', IF(:lang = 'en', COALESCE(o.name_en, o.name), o.name)) ORDER BY o.code SEPARATOR ', ') AS courses
FROM ({{exam_registrable}}) a
JOIN institution i ON i.id = a.institution
JOIN course_instance ci ON ci.id = a.course_instance
JOIN course o ON o.id = ci.course
GROUP BY a.id
ORDER BY FIELD(MAX(a.window), 'open', 'coming', 'closed'), MAX(a.registers_to), a.id LIMIT 50

-- may_hand_in: of a digital one that is on.
-- many: mine/candidate
SELECT {{candidate_facts}}, {{candidate_code}} AS code,
       s.state = 'confirmed' AND :clock >= TIMESTAMP(s.starts_on, s.starts_at) AS running,
       DATEDIFF(s.starts_on, :today) AS days_left
{{candidate_joined}}
WHERE c.person = :viewer AND c.state = 'registered' AND s.state <> 'draft'
  AND (s.date_mode = 'none' AND COALESCE(x.state, '') <> 'confirmed' AND s.state = 'confirmed' OR {{candidate_ends}} >= :clock)
ORDER BY s.starts_on IS NULL, s.starts_on, s.starts_at, c.id LIMIT 100

-- many: past/candidate
SELECT {{candidate_facts}}, {{candidate_code}} AS code
{{candidate_joined}}
WHERE c.person = :viewer AND s.state <> 'draft'
  AND (c.state = 'withdrawn'
       OR s.date_mode = 'none' AND (COALESCE(x.state, '') = 'confirmed' OR s.state = 'cancelled') OR {{candidate_ends}} < :clock)
ORDER BY s.starts_on DESC, c.id DESC LIMIT 100
