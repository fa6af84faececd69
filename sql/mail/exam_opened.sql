-- To the institution's exam planners and the session's examiners. What was written may name somebody: not for who is to know codes only.
-- step: recipients
SELECT DISTINCT t.person FROM ({{exam_opening_told}} WHERE x.id = :thing_id) t ORDER BY t.person

-- one: opening
SELECT x.id AS exam, {{exam_name}} AS name, NOT EXISTS (SELECT 1 FROM exam_assessor a WHERE a.exam = x.id AND a.person = :viewer) AS follow, o.code, o.at, IF({{actor_named}}, p.name, NULL) AS by_whom, {{actor_withheld}} AS withheld,
  IF({{exam_opening_may_name}} AND NOT EXISTS (SELECT 1 FROM exam_assessor a WHERE a.exam = x.id AND a.person = :viewer)
     AND NOT EXISTS (SELECT 1 FROM mark k WHERE k.exam = x.id AND k.person = :viewer), o.reason, NULL) AS reason
FROM event e
JOIN event_change h ON h.event = e.id AND h.field = 'code'
JOIN exam x ON x.id = e.thing_id
JOIN exam_session s ON s.id = x.exam_session
JOIN exam_opening o ON o.exam = x.id AND o.code = h.new_value AND o.person = e.person
JOIN person p ON p.id = o.person
WHERE e.id = :event AND o.at <= e.at
ORDER BY o.id DESC LIMIT 1
