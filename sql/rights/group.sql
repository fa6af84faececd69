-- Students who go together: as the allocation of their activity.
-- maybe: rights
SELECT r.staff AS view, r.plans AS allocate, r.staff AS see_allocation, r.staff AS institution_side
FROM (
  SELECT BIT_OR(g.role = 'placement_administrator') AS plans,
         BIT_OR(g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator')) AS staff
  FROM allocation_group x
  JOIN activity a ON a.id = x.activity
  LEFT JOIN person_grant g ON {{granted}} AND g.activity IS NULL AND g.institution = a.institution
  WHERE x.id = :group
  GROUP BY x.id
) r
