-- Who broke the glass, of which code, why. The name is whose code it is: for who opened it, and for all once grading is confirmed.
-- one: exam
{{exam_head}}
WHERE x.id = :exam

-- list: openings/opening
-- columns: at, code, student, by_whom, reason
-- sort: -at o.at, o.id; code o.code, o.id; by_whom p.sorted_{alphabet}, o.id
SELECT o.id, o.at, o.code, IF({{actor_named}}, p.name, NULL) AS by_whom, {{actor_withheld}} AS withheld,
  IF({{exam_opening_may_name}}, o.reason, NULL) AS reason,
  IF({{exam_opening_known}} AND (q.protected = 0 OR c.institution IN ({{viewer_plans_exams}})), q.name, NULL) AS student, IF({{exam_opening_known}}, c.id, NULL) AS candidate
FROM exam_opening o
JOIN exam x ON x.id = o.exam
JOIN person p ON p.id = o.person
JOIN exam_identity d ON d.exam_session = o.exam_session AND d.code = o.code
JOIN candidate c ON c.id = d.candidate
JOIN person q ON q.id = c.person
WHERE o.exam = :exam
{if q} AND (o.code LIKE CONCAT('%', :q, '%') OR ({{actor_named}} AND p.name LIKE CONCAT('%', :q, '%'))) {end}
