-- What changed of the results r, below their events: of :typed, whose rows are t.
JOIN event e ON e.thing = 'result' AND e.thing_id = r.id AND e.thing_version = r.version AND e.kind = :kind
JOIN (SELECT 1 AS number UNION ALL SELECT 2 UNION ALL SELECT 3) n
LEFT JOIN scale_grade og ON og.scale_version = r.scale_version AND og.position = t.old_grade
LEFT JOIN scale_grade ng ON ng.scale_version = r.scale_version AND ng.position = t.grade
WHERE NOT ELT(n.number, t.old_points, t.old_grade, t.old_examined_on) <=> ELT(n.number, t.points, t.grade, t.examined_on)
