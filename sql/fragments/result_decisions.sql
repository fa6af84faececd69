-- What was decided of a result, the last first: that one counts.
SELECT d.number, REPLACE(d.points, '.', {{decimal_sign}}) AS points, {{grade_symbol}} AS grade, d.examined_on, d.reason, d.at, IF({{actor_named}}, p.name, NULL) AS by_whom,
       d.number = (SELECT MAX(y.number) FROM result_decision y WHERE y.result = d.result) AS counts
FROM result_decision d
JOIN scale_grade sg ON sg.scale_version = d.scale_version AND sg.position = d.grade
JOIN person p ON p.id = d.person
WHERE d.result = :result
ORDER BY d.number DESC
