-- Whether the viewer reads the assessment of placement x as its institution's staff, or as the activity's own coordinator; of who is
-- protected (p: the student) only as who allocates.
(x.institution IN (SELECT g.institution FROM person_grant g
                   WHERE {{granted}} AND (g.activity IS NULL AND g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator')
                                          OR g.activity = x.activity AND g.role = 'institution_coordinator'))
 AND (p.protected = 0 OR x.institution IN ({{viewer_planned}})))
