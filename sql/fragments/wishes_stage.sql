-- Whether students may hand in wishes today; n: allocation_plan.
CASE WHEN n.wishes_from IS NULL THEN 'none' WHEN n.wishes_from > CAST(:today AS DATE) THEN 'coming'
     WHEN n.wishes_to < CAST(:today AS DATE) THEN 'over' ELSE 'open' END
