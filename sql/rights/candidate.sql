-- A candidate: the student, and the exam planners of the institution, but for who assesses the same anonymous exam, until its
-- grading is confirmed. Everybody else knows codes at most.
-- withdraw, accommodation: the role's; with _now also by the state: a student within the registration period and before it begins, with nothing handed in,
-- the planner until grading is confirmed. see_code: the student's own as the session says, the planner's once grading is confirmed.
-- hand_in: a file, which only the student does. file: what was handed in, under the student's name; of an anonymous exam planners see it when
-- grading is confirmed, for beside the paper of a code it would say whose that is, and that is asked for with a reason (exam: open_code).
-- maybe: rights
SELECT r.self OR r.plans AS view, r.self, r.plans AS plan,
       r.self OR r.plans AS withdraw,
       r.registered AND r.open AND NOT r.resulted AND (r.plans OR r.self AND r.asked AND NOT r.handed_in) AS withdraw_now,
       r.plans AS accommodation, r.plans AND r.registered AND r.open AS accommodation_now,
       r.self OR (r.plans AND (NOT r.anonymous OR r.graded)) AS file,
       r.self AS hand_in, r.self AND r.stage = 'open' AS hand_in_now,
       r.anonymous AND (r.self AND (r.code_shown = 'always' OR r.ended OR r.graded) OR r.plans AND r.graded) AS see_code
FROM (
  SELECT c.person = :viewer AS self, s.anonymous, s.code_shown,
         c.state = 'registered' AS registered, c.handed_in IS NOT NULL AS handed_in, {{candidate_resulted}} AS resulted, {{hand_in_stage}} AS stage,
         s.state = 'confirmed' AND COALESCE(x.state, '') <> 'confirmed' AS open,
         COALESCE(x.state, '') = 'confirmed' AS graded,
         COALESCE(:clock > TIMESTAMP(s.ends_on, s.ends_at) + INTERVAL COALESCE(c.extra_minutes, 0) MINUTE, 0) AS ended,
         COALESCE(s.registration AND s.registers_from <= CAST(:today AS DATE) AND s.registers_to >= CAST(:today AS DATE)
                  AND (s.date_mode = 'none' OR :clock < TIMESTAMP(s.starts_on, s.starts_at)), 0) AS asked,
         EXISTS (SELECT 1 FROM person_grant g
                 WHERE {{granted}} AND g.activity IS NULL AND g.role = 'exam_planner' AND g.institution = c.institution)
         AND NOT (s.anonymous AND COALESCE(x.state, '') <> 'confirmed'
                  AND EXISTS (SELECT 1 FROM exam_assessor a WHERE a.exam = x.id AND a.person = :viewer)) AS plans
  FROM candidate c
  JOIN exam_session s ON s.id = c.exam_session
  LEFT JOIN exam x ON x.exam_session = s.id
  WHERE c.id = :candidate
) r
