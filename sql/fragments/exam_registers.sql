-- Whether students register to session s now: none (an administrator does), coming, open or over.
CASE WHEN s.registration = 0 THEN 'none' WHEN s.registers_from > CAST(:today AS DATE) THEN 'coming'
     WHEN s.registers_to < CAST(:today AS DATE) THEN 'over' ELSE 'open' END
