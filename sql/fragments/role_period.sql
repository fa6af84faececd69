-- A coordinator begins today, to be able to answer; others a fortnight before the start. All end a fortnight after the end.
SELECT :role AS role, k.id AS class,
       IF(:role = 'site_coordinator', CAST(:today AS DATE),
          GREATEST(CAST(:today AS DATE), COALESCE(k.starts, a.starts) - INTERVAL 14 DAY)) AS valid_from,
       COALESCE(k.ends, a.ends) + INTERVAL 14 DAY AS valid_to
FROM activity a
LEFT JOIN activity_class k ON k.activity = a.id
  AND k.id = COALESCE((SELECT c.id FROM activity_class c WHERE c.activity = a.id AND c.id = :class),
                      (SELECT c.id FROM activity_class c WHERE c.activity = a.id ORDER BY c.letter LIMIT 1))
