-- Whether the viewer is told that it was person p: not of others who are protected, nor who are today on a page of the past.
(p.id = :viewer OR p.protected = 0 AND NOT {{protected_now}})
