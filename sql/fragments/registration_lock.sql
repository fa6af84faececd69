-- How an action on one registration begins: the plan of its activity (and with it everything of the allocation), then its row.
SELECT 'registration' AS thing, x.id, x.version, x.activity AS _activity, x.activity_class AS _class, x.person AS _person,
       x.institution AS _institution, x.state AS _state, x.municipality AS _municipality, x.car AS _car, x.withdrawn_on AS _withdrawn_on,
       k.letter AS class, m.name AS municipality, x.car, x.allocation_group AS _group,
       a.starts AS _starts, a.ends AS _ends, a.cancelled_at IS NOT NULL AS cancelled, a.ends < CAST(:today AS DATE) AS past
FROM registration x
JOIN activity a ON a.id = x.activity
LEFT JOIN activity_class k ON k.id = x.activity_class
LEFT JOIN municipality m ON m.number = x.municipality
WHERE x.id = :registration FOR UPDATE
