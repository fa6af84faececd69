SELECT e.id, e.at, e.kind, e.thing, e.thing_id, e.site, p.name AS person_name
FROM event e LEFT JOIN person p ON p.id = e.person
