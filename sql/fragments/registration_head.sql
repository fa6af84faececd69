-- A student's registration x in an activity, and when that is for them.
SELECT x.id, x.person, IF({{registration_named}}, p.name, NULL) AS name, p.protected, x.activity, x.activity_class AS class,
       k.letter, a.name AS activity_name, a.institution, i.name AS institution_name, COALESCE(k.starts, a.starts) AS starts,
       COALESCE(k.ends, a.ends) AS ends, x.state, x.withdrawn_on, a.cancelled_at IS NOT NULL AS cancelled,
       a.ends < CAST(:today AS DATE) AS past, (SELECT COUNT(*) FROM activity_class o WHERE o.activity = a.id) AS classes
FROM registration x
JOIN person p ON p.id = x.person
JOIN activity a ON a.id = x.activity
JOIN institution i ON i.id = a.institution
LEFT JOIN activity_class k ON k.id = x.activity_class
WHERE x.id = :registration
