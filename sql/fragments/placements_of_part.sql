-- Ids of placements x in activities of which the viewer is a coordinator, at their site or of the whole.
SELECT x.id
FROM person_grant g
STRAIGHT_JOIN {{placements_listed}}
WHERE {{granted}} AND x.activity = g.activity
  AND (g.role = 'site_coordinator' AND g.site = x.site OR g.role = 'institution_coordinator' AND g.institution = x.institution)
  {{placements_choice}}
