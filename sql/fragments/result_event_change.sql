INSERT INTO event_change (event, number, field, subject, old_value, new_value)
SELECT e.id, n.number, ELT(n.number, 'points', 'grade', 'examined_on'), NULL,
       ELT(n.number, t.old_points, og.symbol, t.old_examined_on), ELT(n.number, t.points, ng.symbol, t.examined_on)
