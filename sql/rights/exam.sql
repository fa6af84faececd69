-- Grading is seen by the institution's exam planners, by who assesses it and by the session's examiners. Assessors know codes only;
-- `named`: the session is not anonymous, so papers carry names. grade: assesses it, and the time is out (waits: not yet); oversee: reads every mark; the plain right is the
-- role's, the one with _now the role's and the state's. shown: assesses it, but could see the names while it was confirmed, before it was
-- reopened; they grade no more.
-- reopen: not who assesses anonymously, for they know the names by now.
-- transfer, transfer_log: grading is confirmed, so codes and names may meet. open_code: breaks the glass; never who assesses or has
-- assessed it. openings: reads who did; who assesses only when that is over.
-- result_list: posts attested results by code.
-- maybe: rights
SELECT r.plans OR r.assesses OR r.examines AS view, r.assesses AND r.`out` AND NOT r.shown AS grade, r.assesses AND r.`out` AND r.open AND NOT r.shown AS grade_now,
       r.assesses AND NOT r.`out` AS waits, r.assesses AND r.shown AS shown,
       r.plans OR r.examines AS oversee, r.plans AS plan, r.plans AND r.open AS plan_now,
       r.plans AS confirm, r.plans AND r.open AND r.state = 'started' AS confirm_now,
       r.plans AND NOT (r.anonymous AND r.has_assessed) AS reopen,
       r.plans AND NOT (r.anonymous AND r.has_assessed) AND r.state = 'confirmed' AND NOT r.transferred AS reopen_now,
       r.plans OR r.examines OR (r.assesses AND r.state = 'confirmed') AS protocol,
       r.plans AND r.state = 'confirmed' AND r.held AS transfer,
       r.plans AND r.state = 'confirmed' AND r.held AND NOT r.transferred AS transfer_now,
       (r.plans OR r.examines) AND r.state = 'confirmed' AND r.held AS transfer_log,
       r.plans AND r.open AND r.anonymous AND NOT r.has_assessed AS open_code,
       (r.plans OR r.examines) AND r.anonymous AND (r.state = 'confirmed' OR NOT r.has_assessed) AS openings,
       (r.plans OR r.examines) AND r.state = 'confirmed' AND r.held AS result_list,
       NOT r.anonymous AS named
FROM (
  SELECT x.state, s.anonymous, s.state = 'confirmed' AS held, {{papers_out}} AS `out`, x.state <> 'confirmed' AND s.state = 'confirmed' AS open,
         EXISTS (SELECT 1 FROM exam_assessor a WHERE a.exam = x.id AND a.person = :viewer)
           OR EXISTS (SELECT 1 FROM mark k WHERE k.exam = x.id AND k.person = :viewer) AS has_assessed,
         x.state <> 'confirmed' AND EXISTS ({{exam_shown}} AND h.id = x.id AND hg.person = :viewer) AS shown,
         EXISTS (SELECT 1 FROM transfer t WHERE t.exam = x.id) AS transferred,
         BIT_OR(g.role = 'exam_planner') AS plans,
         BIT_OR(g.role = 'assessor')
           AND EXISTS (SELECT 1 FROM exam_assessor a WHERE a.exam = x.id AND a.person = :viewer)
           AND NOT EXISTS (SELECT 1 FROM candidate c WHERE c.exam_session = x.exam_session AND c.person = :viewer AND c.state = 'registered')
           AS assesses,
         BIT_OR(g.role = 'examiner')
           AND EXISTS (SELECT 1 FROM exam_examiner e WHERE e.exam_session = x.exam_session AND e.person = :viewer) AS examines
  FROM exam x
  JOIN exam_session s ON s.id = x.exam_session
  LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL AND g.institution = x.institution
    AND g.role IN ('exam_planner', 'assessor', 'examiner')
  WHERE x.id = :exam
  GROUP BY x.id
) r
