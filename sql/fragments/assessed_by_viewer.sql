-- Whether the viewer assesses placement x: its supervisor or lecturer, while they have a role at the place; nobody themselves.
(x.person <> :viewer
 AND (x.supervisor <=> :viewer AND x.site IN (SELECT g.site FROM person_grant g WHERE {{granted}} AND (g.activity IS NULL OR g.activity = x.activity))
      OR x.lecturer <=> :viewer AND x.institution IN (SELECT g.institution FROM person_grant g WHERE {{granted}} AND (g.activity IS NULL OR g.activity = x.activity))))
