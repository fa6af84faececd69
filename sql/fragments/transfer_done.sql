-- The receipt of a transfer that was. results: how many are there that came by it.
SELECT t.at, IF({{actor_named}}, p.name, NULL) AS by_whom, {{actor_withheld}} AS withheld, t.papers, t.written, t.overwritten, t.failed, t.written + t.overwritten AS transferred,
  (SELECT COUNT(*) FROM exam x JOIN result r ON r.exam_session = x.exam_session AND r.transferred = 1 WHERE x.id = t.exam) AS results
FROM transfer t JOIN person p ON p.id = t.person
WHERE t.exam = :exam
