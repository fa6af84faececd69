-- The candidates whom the action of :event has written, each with the last event of theirs: the one it is about, or those of its
-- session, since the session's event before.
SELECT c.person, v.kind
FROM event e
JOIN candidate c ON c.id = e.thing_id
JOIN event v ON v.id = e.id
WHERE e.id = :event AND e.thing = 'candidate'
UNION ALL
SELECT c.person, v.kind
FROM event e
JOIN candidate c ON c.exam_session = e.thing_id
JOIN event v ON v.thing = 'candidate' AND v.thing_id = c.id AND v.thing_version = c.version AND v.request <=> e.request
WHERE e.id = :event AND e.thing = 'exam_session'
  AND v.id > COALESCE((SELECT MAX(b.id) FROM event b WHERE b.thing = e.thing AND b.thing_id = e.thing_id AND b.id < e.id), 0)
