SELECT e.id, e.at, e.kind, e.thing, e.thing_id, e.site, p.name AS person_name,
       e.at >= (SELECT MIN(m.applied_at) FROM migration m) AS kept
FROM event e LEFT JOIN person p ON p.id = e.person
