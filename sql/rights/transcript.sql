-- A transcript that was given out: seen by whose results they are and by the institution's exam planners, of who is protected by
-- themselves only; withdrawn by the same, with _now while it is not. print: while it says what holds.
-- maybe: rights
SELECT r.self OR r.plans AS view, r.self, r.plans AS staff, r.self OR r.plans AS withdraw, (r.self OR r.plans) AND r.state <> 'withdrawn' AS withdraw_now,
       (r.self OR r.plans) AND r.state = 'valid' AS print
FROM (
  SELECT t.person = :viewer AS self, p.protected = 0 AND t.institution IN ({{viewer_plans_exams}}) AS plans, {{transcript_state}} AS state
  FROM transcript t JOIN person p ON p.id = t.person
  WHERE t.id = :transcript
) r
