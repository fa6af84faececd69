SELECT r.id FROM registration r WHERE r.id = :registration FOR UPDATE
