-- A student, by their person, with everything that was attested of them: seen by themselves and by exam planners of an institution
-- that has attested something. give: gives out a transcript; of who is protected only they themselves do.
-- maybe: rights
SELECT r.self OR r.plans AS view, r.self, r.plans AS staff, r.resulted AND (r.self OR r.plans AND NOT r.protected) AS give
FROM (
  SELECT p.id = :viewer AS self, p.protected,
         EXISTS (SELECT 1 FROM result x WHERE x.person = p.id AND x.state = 'attested') AS resulted,
         EXISTS (SELECT 1 FROM result x WHERE x.person = p.id AND x.state = 'attested' AND x.institution IN ({{viewer_plans_exams}})) AS plans
  FROM person p
  WHERE p.id = :student
    AND (p.id <> :viewer OR EXISTS (SELECT 1 FROM result x WHERE x.person = p.id) OR EXISTS (SELECT 1 FROM student s WHERE s.person = p.id))
) r
