-- Whether the viewer is told that student p has placement x: of who is protected only they themselves and who allocates.
(p.protected = 0 OR p.id = :viewer OR x.institution IN ({{viewer_planned}}))
