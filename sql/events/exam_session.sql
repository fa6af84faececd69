-- maybe: place
SELECT x.version, x.institution, NULL AS site, NULL AS activity FROM exam_session x WHERE x.id = :id

-- Of fcgi/workflow/exams_session.c, wherever a session's days, students or re-sits change. :session is the session.

-- What its results are due by: the institution's working days after it ends, and its days before the first re-sit.
-- step: due
SELECT s.id, s.ends_on, s.results_due, i.country, i.results_days, i.resit_days,
       (SELECT MIN(r.starts_on) FROM exam_session r WHERE r.resit_of = s.id AND r.state = 'confirmed') - INTERVAL i.resit_days DAY
         AS before_resit
FROM exam_session s JOIN institution i ON i.id = s.institution
WHERE s.id = :session AND s.state = 'confirmed' FOR UPDATE

-- step: set_due
UPDATE exam_session SET results_due = :due WHERE id = :session

-- Confirmed sessions of an instance. all: who reads it sits without registering. past: nobody comes or goes any more.
-- step: followers
SELECT s.id, s.registration = 0 AND s.resit_of IS NULL AS `all`,
       s.date_mode <> 'none' AND TIMESTAMP(s.ends_on, s.ends_at) <= :clock AS past
FROM exam_session_instance n JOIN exam_session s ON s.id = n.exam_session
WHERE n.course_instance = :instance AND s.state = 'confirmed'
ORDER BY s.id FOR UPDATE

-- Who reads its instances and never was a candidate.
-- step: left_out
SELECT COUNT(DISTINCT r.person) AS students FROM ({{exam_left_out}}) r WHERE r.exam_session = :session

-- Also once it is over: else a transfer would find that they read it no more.
-- step: move
{{candidates_move}}

-- Its candidates who no longer read any of its instances. Who has handed in stays, until a planner takes them off: a code that goes
-- when one person does would say whose it is.
-- step: gone
SELECT c.person FROM candidate c
WHERE c.exam_session = :session AND c.state = 'registered' AND c.handed_in IS NULL AND c.course_instance = :instance
  AND NOT EXISTS (SELECT 1 FROM exam_session_instance n
                  JOIN course_registration r ON r.course_instance = n.course_instance AND r.person = c.person AND r.state = 'registered'
                  WHERE n.exam_session = c.exam_session)
