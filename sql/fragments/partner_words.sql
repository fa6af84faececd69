-- What a partner may read and send, a row each: kind, name, has.
SELECT w.kind, w.name, FIND_IN_SET(w.name, IF(w.kind = 'reads', p.feeds, p.writes)) > 0 AS has
FROM partner p
JOIN (SELECT 1 AS number, 'reads' AS kind, 'events' AS name UNION ALL SELECT 2, 'reads', 'organisations'
      UNION ALL SELECT 3, 'reads', 'activities' UNION ALL SELECT 4, 'reads', 'allocations'
      UNION ALL SELECT 5, 'reads', 'participants' UNION ALL SELECT 6, 'reads', 'results'
      UNION ALL SELECT 7, 'sends', 'registrations' UNION ALL SELECT 8, 'sends', 'exam_registrations'
      UNION ALL SELECT 9, 'sends', 'results') w
WHERE p.id = :partner
ORDER BY w.number
