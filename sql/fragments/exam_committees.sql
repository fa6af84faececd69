SELECT c.number AS id, c.name,
       (SELECT COUNT(*) FROM paper p WHERE p.exam = c.exam AND p.committee = c.number AND p.void = 0) AS papers,
       (SELECT COUNT(*) FROM exam_assessor a WHERE a.exam = c.exam AND a.committee = c.number) AS assessors,
       EXISTS (SELECT 1 FROM paper p JOIN mark m ON m.exam = p.exam AND m.code = p.code
               WHERE p.exam = c.exam AND p.committee = c.number) AS marked
FROM exam_committee c WHERE c.exam = :exam ORDER BY c.number
