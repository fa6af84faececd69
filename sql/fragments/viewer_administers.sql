EXISTS (SELECT 1 FROM {{grants_now}} g
        WHERE g.person = :viewer AND g.role = 'system_administrator'
          AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today))
