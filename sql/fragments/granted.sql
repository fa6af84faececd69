g.person = :viewer AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
