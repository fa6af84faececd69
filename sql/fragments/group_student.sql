CONCAT(p.name, COALESCE(CONCAT(' · ', k.letter), ''), COALESCE(CONCAT(' · ', u.name, ' – ', s.name), ''))
