-- Why students register to session s, and withdraw, no more or not yet; NULL: they may now.
CASE WHEN s.state <> 'confirmed' THEN 'cancelled'
     WHEN s.registration = 0 THEN 'planner'
     WHEN s.date_mode <> 'none' AND :clock >= TIMESTAMP(s.starts_on, s.starts_at) THEN 'begun'
     WHEN s.registers_from > CAST(:today AS DATE) THEN 'coming'
     WHEN s.registers_to < CAST(:today AS DATE) THEN 'closed' END
