SELECT e.id, e.at, e.kind, e.thing, e.thing_id, e.site, IF({{actor_named}}, p.name, NULL) AS person_name,
       {{actor_withheld}} AS withheld,
       e.at >= (SELECT MIN(m.applied_at) FROM migration m) AS kept
FROM event e LEFT JOIN person p ON p.id = e.person
