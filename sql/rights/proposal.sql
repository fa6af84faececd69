-- What an automatic run found is its institution's staff's to read, without what concerns a single student's needs, and to take
-- for who allocates. reasons: why a student got that place, with all rules that were in the way.
-- maybe: rights
SELECT r.staff AS view, r.plans AS allocate, r.plans AS reasons, r.staff AS see_allocation,
       r.plans AND r.state = 'asked' AS cancel, r.plans AND r.state = 'ready' AND r.open AS take,
       r.plans AND r.state IN ('asked', 'ready') AS discard
FROM (
  SELECT x.state, a.cancelled_at IS NULL AND a.ends >= CAST(:today AS DATE) AS open,
         BIT_OR(g.role = 'placement_administrator') AS plans,
         BIT_OR(g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator')) AS staff
  FROM proposal x
  JOIN activity a ON a.id = x.activity
  LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL AND g.institution = x.institution
  WHERE x.id = :proposal
  GROUP BY x.id, x.state, a.cancelled_at, a.ends
) r
