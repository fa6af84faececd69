-- Whether the viewer reads where x lives and how they travel.
(x.person = :viewer OR x.institution IN ({{viewer_planned}}))
