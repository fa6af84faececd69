-- Seen by its institution, by who has a grant in it, by sites that were sent an order for it, and by the supervisors of its students.
-- institution_side and site_side say how much: the institution's staff and the activity's own coordinator there see every
-- order, a site only its own. enter_roles: of the institution's people; a site's are entered on its order.
-- `copy` and `edit` are the role's; edit_now is also the state's, for buttons. allocate: registers, reads needs, allocates,
-- shares; see_allocation: reads all of that but needs. results: enters and reads the results of its placement periods, attest_results: attests
-- them; for that, who plans exams and who examines see it.
-- maybe: rights
SELECT r.institution_side OR r.lecturer OR r.site_side OR r.takes_part OR r.supervises OR r.reports AS view,
       r.plans AS edit, r.plans AND r.cancelled_at IS NULL AS edit_now, r.plans AS copy,
       r.plans AS enter_roles, r.plans AS allocate, r.plans AND r.cancelled_at IS NULL AS allocate_now, r.staff AS see_allocation,
       r.plans OR r.reports AS results, r.examines AS attest_results, r.institution_side AS see_assessments, r.institution_side, r.site_side, r.staff AS as_of
FROM (
  SELECT a.cancelled_at,
         BIT_OR(g.role = 'placement_administrator' AND g.activity IS NULL) AS plans,
         BIT_OR(g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator')
                AND g.activity IS NULL) AS staff,
         BIT_OR(g.role = 'institution_coordinator' OR (g.role IN ('placement_administrator', 'placement_adviser')
                                                       AND g.activity IS NULL)) AS institution_side,
         BIT_OR(g.role = 'lecturer' AND g.activity IS NULL) AS lecturer,
         BIT_OR(g.role IN ('exam_planner', 'examiner') AND g.activity IS NULL) AS reports,
         BIT_OR(g.role = 'examiner' AND g.activity IS NULL) AS examines,
         BIT_OR(g.activity = a.id) AS takes_part,
         BIT_OR(g.site IS NOT NULL AND EXISTS (SELECT 1 FROM placement x WHERE x.activity = a.id AND x.site = g.site AND x.supervisor = :viewer)) AS supervises,
         BIT_OR(g.role IN ('site_administrator', 'site_coordinator')
                AND EXISTS (SELECT 1 FROM placement_order o
                            WHERE o.activity = a.id AND o.site = g.site AND o.state <> 'draft')) AS site_side
  FROM activity a
  LEFT JOIN person_grant g ON {{granted}} AND (g.activity IS NULL OR g.activity = a.id)
    AND (g.institution = a.institution OR g.site IS NOT NULL)
  WHERE a.id = :activity
  GROUP BY a.id, a.cancelled_at
) r
