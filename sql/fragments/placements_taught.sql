-- Ids of placements x that the viewer is lecturer of, where they still have a role.
SELECT x.id FROM {{placements_listed}}
WHERE x.lecturer = :viewer {{placements_choice}}
  AND x.institution IN (SELECT g.institution FROM person_grant g WHERE {{granted}} AND (g.activity IS NULL OR g.activity = x.activity))
