-- A result is seen by who plans the exams of its institution, by who examines it (an examiner of its session; of a placement period
-- every examiner there) and, of a placement period, by placement administrators; by the student once it is attested.
-- Nobody decides of their own. named: whose it is may be told. send_back: returns what is ready, with a reason; decide: changes what is attested by a new decision.
-- The plain right is the role's, the one with _now the role's and the state's.
-- maybe: rights
SELECT r.staff OR (r.self AND r.state = 'attested') AS view, r.self AND r.state = 'attested' AS self, r.staff, r.plans,
       r.staff AND r.named AND (r.protected = 0 OR r.plans) AS named,
       r.staff AND NOT r.self AS send_back, r.staff AND NOT r.self AND r.state = 'ready' AS send_back_now,
       r.examines AND NOT r.self AS attest, r.examines AND NOT r.self AND r.state = 'ready' AS attest_now,
       r.examines AND NOT r.self AS decide, r.examines AND NOT r.self AND r.state = 'attested' AS decide_now
FROM (
  SELECT x.state, x.self, x.protected, x.named, x.plans, x.examines, x.plans OR x.examines AS staff
  FROM (
    SELECT r.state, r.person = :viewer AS self, p.protected,
           r.registration IS NOT NULL OR s.anonymous = 0 OR e.state <=> 'confirmed' OR (e.id IS NULL AND r.state = 'attested') AS named,
           BIT_OR(g.role = 'exam_planner' OR (g.role = 'placement_administrator' AND r.registration IS NOT NULL)) AS plans,
           BIT_OR(g.role = 'examiner')
             AND (r.registration IS NOT NULL
                  OR EXISTS (SELECT 1 FROM exam_examiner y WHERE y.exam_session = r.exam_session AND y.person = :viewer)) AS examines
    FROM result r
    JOIN person p ON p.id = r.person
    LEFT JOIN exam_session s ON s.id = r.exam_session
    LEFT JOIN exam e ON e.exam_session = r.exam_session
    LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL AND g.institution = r.institution
      AND g.role IN ('exam_planner', 'placement_administrator', 'examiner')
    WHERE r.id = :result
    GROUP BY r.id, r.state, r.person, r.registration, r.exam_session, p.protected, s.anonymous, e.state, e.id
  ) x
) r
