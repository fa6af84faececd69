-- A warning of doubt: the student's, who signs for it, their supervisor's and lecturer's, who go on with it, and staff's.
-- maybe: rights
SELECT r.self OR r.assesses OR r.staff AS view, r.self AS sign, r.self AND NOT r.seen AS sign_now,
       r.assesses AS edit, r.assesses AND NOT r.lifted AS edit_now
FROM (
  SELECT x.person = :viewer AS self, {{assessed_by_viewer}} AS assesses, {{assessment_overseen}} AS staff,
         d.seen_at IS NOT NULL AS seen, d.lifted_at IS NOT NULL AS lifted
  FROM doubt d
  JOIN placement x ON x.registration = d.registration
  JOIN person p ON p.id = x.person
  WHERE d.id = :doubt
) r
