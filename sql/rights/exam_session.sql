-- Drafts are the planners'. Then seen by the institution's staff (facts only), by its own examiners, by students who read one of its
-- instances and by its candidates; assessors have /exams. edit: the planner's; _now: also by the state.
-- see_candidates: by name, which a planner who assesses an anonymous exam may first when grading is confirmed; candidates: adds and
-- removes them. results: sees and enters them, by code or name (`names`), but who
-- assesses anonymously not while students come and go, for the code that is new would be theirs; attest: the examiners'. register: a student who may sit;
-- _now: within the period, and not begun. self: is, or was, a candidate.
-- maybe: rights
SELECT r.plans OR (r.state <> 'draft' AND (r.staff OR r.examines OR r.studies OR r.sits)) AS view,
       r.plans AS edit, r.plans AND r.state <> 'cancelled' AS edit_now, r.plans AND r.state = 'draft' AS draft,
       r.plans AND r.state = 'confirmed' AS change_now,
       r.plans AND r.state <> 'draft' AND r.named AS see_candidates, r.plans AND r.state = 'confirmed' AND r.named AS candidates,
       (r.plans OR r.examines) AND r.named AND (r.graded OR r.anonymous = 0) AS names,
       r.state <> 'draft' AND (r.plans OR r.examines) AND (r.named OR r.past) AS results, r.state <> 'draft' AND r.examines AS attest,
       r.plans AND r.exam IS NOT NULL AS grading,
       r.studies AND r.registration = 1 AND r.state = 'confirmed' AS register,
       r.studies AND r.registration = 1 AND r.state = 'confirmed' AND r.open AND r.sits_now = 0 AS register_now,
       r.sits AS self, r.plans OR r.staff OR r.examines AS staff, r.plans AS as_of
FROM (
  SELECT s.state, s.anonymous, s.registration, e.id AS exam, COALESCE(e.state = 'confirmed', 0) AS graded,
         CAST(:today AS DATE) BETWEEN s.registers_from AND s.registers_to
           AND (s.date_mode = 'none' OR :clock < TIMESTAMP(s.starts_on, s.starts_at)) AS open,
         COALESCE(:clock > TIMESTAMP(s.ends_on, s.ends_at), 0) AS past,
         COALESCE(BIT_OR(g.role = 'exam_planner'), 0) AS plans,
         COALESCE(BIT_OR(g.activity IS NULL AND g.role IN ('placement_administrator', 'institution_coordinator', 'lecturer')), 0) AS staff,
         COALESCE(BIT_OR(g.role = 'examiner' AND EXISTS (SELECT 1 FROM exam_examiner x WHERE x.exam_session = s.id AND x.person = :viewer)), 0)
           AS examines,
         EXISTS (SELECT 1 FROM exam_session_instance n
                 JOIN course_registration c ON c.course_instance = n.course_instance AND c.person = :viewer AND c.state = 'registered'
                 WHERE n.exam_session = s.id) AS studies,
         EXISTS (SELECT 1 FROM candidate c WHERE c.exam_session = s.id AND c.person = :viewer) AS sits,
         EXISTS (SELECT 1 FROM candidate c WHERE c.exam_session = s.id AND c.person = :viewer AND c.state = 'registered') AS sits_now,
         s.anonymous = 0 OR COALESCE(e.state = 'confirmed', 0)
           OR NOT EXISTS (SELECT 1 FROM exam_assessor a WHERE a.exam = e.id AND a.person = :viewer) AS named
  FROM exam_session s
  LEFT JOIN exam e ON e.exam_session = s.id
  LEFT JOIN person_grant g ON {{granted}} AND g.institution = s.institution
  WHERE s.id = :exam_session
  GROUP BY s.id, e.id
) r
