-- Whether the viewer is told whose registration x it is (p: the person): not of who is protected, but to themselves and to who
-- allocates.
(p.protected = 0 OR p.id = :viewer OR x.institution IN ({{viewer_planned}}))
