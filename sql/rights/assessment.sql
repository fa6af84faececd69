-- A midway or final assessment: while it is a draft its assessors' alone, then also the student's and the institution's staff's.
-- sign: the student's; _now: also by the state.
-- maybe: rights
SELECT r.assesses OR ((r.self OR r.staff) AND r.given) AS view, r.self AS sign, r.self AND r.state = 'given' AS sign_now
FROM (
  SELECT x.person = :viewer AS self, {{assessed_by_viewer}} AS assesses, {{assessment_overseen}} AS staff,
         s.state <> 'draft' AS given, s.state
  FROM assessment s
  JOIN placement x ON x.registration = s.registration
  JOIN person p ON p.id = x.person
  WHERE s.id = :assessment
) r
