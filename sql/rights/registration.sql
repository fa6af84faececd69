-- Seen by the student and by their institution's staff (of who is protected: the placement administrators only). Sites,
-- supervisors and lecturers see the placement that was shared, never this.
-- edit: moves, withdraws (edit_now: also by the state). wish: ranks units (wish_now: the student in the window, the institution
-- until the activity ends). home: municipality, car, reach, to read and tell. needs: accommodation and conflicts, which the
-- institution records and shows to who allocates only. needs_now: either, by the state.
-- maybe: rights
SELECT r.self OR r.plans OR (r.staff AND NOT r.protected) AS view, r.self,
       r.plans AS edit, r.plans AND r.open AS edit_now,
       r.self OR r.plans AS wish,
       r.open AND ((r.plans AND r.coming) OR (r.self AND COALESCE(r.asked, 0))) AS wish_now,
       r.self OR r.plans AS home, r.plans AS needs, (r.self OR r.plans) AND r.open AS needs_now,
       r.plans AS allocate, r.plans AND r.open AS allocate_now,
       r.plans OR (r.staff AND NOT r.protected) AS see_allocation, r.plans AS as_of,
       r.staff AS institution_side
FROM (
  SELECT x.person = :viewer AS self, p.protected,
         x.state = 'registered' AND a.cancelled_at IS NULL AND a.ends >= CAST(:today AS DATE) AS open,
         a.starts > CAST(:today AS DATE) AS coming,
         n.wishes_from <= CAST(:today AS DATE) AND n.wishes_to >= CAST(:today AS DATE) AS asked,
         BIT_OR(g.role = 'placement_administrator') AS plans,
         BIT_OR(g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator')) AS staff
  FROM registration x
  JOIN person p ON p.id = x.person
  JOIN activity a ON a.id = x.activity
  LEFT JOIN allocation_plan n ON n.activity = x.activity
  LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL AND g.institution = x.institution
  WHERE x.id = :registration
  GROUP BY x.id, x.person, x.state, p.protected, a.cancelled_at, a.starts, a.ends, n.wishes_from, n.wishes_to
) r
