-- Seen by the student, their supervisor and lecturer (while they have a role at the place), the site's administrators and
-- coordinators, and the institution's staff and the activity's own coordinator there.
-- supervise: names the supervisor, which is the site's; _now: also by the state. plans: who allocates, and may name who is
-- protected.
-- assess: writes its assessment (supervisor, lecturer; _now: once it has begun); see_assessment: reads it, as who is assessed too.
-- letter: has its letter printed, which who is protected does not get.
-- maybe: rights
SELECT r.self OR r.supervisor OR r.lecturer OR r.site_side OR r.institution_side AS view, r.self, r.site_side, r.institution_side,
       r.supervisor OR r.lecturer OR r.site_side OR r.institution_side AS open_activity,
       (r.self OR r.institution_side) AND r.letter AS letter,
       r.plans AS allocate, r.site_side AS supervise, r.site_side AND r.open AS supervise_now,
       (r.supervisor OR r.lecturer) AND NOT r.self AS assess,
       (r.supervisor OR r.lecturer) AND NOT r.self AND r.begun AS assess_now,
       r.self OR r.supervisor OR r.lecturer OR (r.institution_side AND (r.plans OR NOT r.protected)) AS see_assessment
FROM (
  SELECT x.person = :viewer AS self,
         x.ended_on IS NULL AND x.ends >= CAST(:today AS DATE) AND a.cancelled_at IS NULL AS open,
         x.starts <= CAST(:today AS DATE) AND a.cancelled_at IS NULL AS begun, p.protected,
         x.ended_on IS NULL AND a.cancelled_at IS NULL AND p.protected = 0 AS letter,
         x.supervisor <=> :viewer AND BIT_OR(g.site = x.site) AS supervisor,
         x.lecturer <=> :viewer AND BIT_OR(g.institution = x.institution) AS lecturer,
         BIT_OR(g.site = x.site AND g.role IN ('site_administrator', 'site_coordinator')) AS site_side,
         BIT_OR(g.institution = x.institution
                AND (g.role = 'institution_coordinator'
                     OR (g.role IN ('placement_administrator', 'placement_adviser') AND g.activity IS NULL))) AS institution_side,
         BIT_OR(g.institution = x.institution AND g.role = 'placement_administrator' AND g.activity IS NULL) AS plans
  FROM placement x
  JOIN activity a ON a.id = x.activity
  JOIN person p ON p.id = x.person
  LEFT JOIN person_grant g ON {{granted}} AND (g.activity IS NULL OR g.activity = x.activity)
    AND (g.institution = x.institution OR g.site = x.site)
  WHERE x.id = :placement
  GROUP BY x.id, x.person, x.supervisor, x.lecturer, x.ended_on, x.starts, x.ends, a.cancelled_at, p.protected
) r
