-- Ids of placements x that the viewer is supervisor of, where they still have a role.
SELECT x.id FROM {{placements_listed}}
WHERE x.supervisor = :viewer {{placements_choice}}
  AND x.site IN (SELECT g.site FROM person_grant g WHERE {{granted}} AND (g.activity IS NULL OR g.activity = x.activity))
