-- What the marks of every paper of :exam, which is held alone, come to now; papers for which that is as before stay.
UPDATE paper p
JOIN (
  SELECT p.code, COUNT(m.code) AS marks,
         IF(COUNT(m.code) >= x.marks AND MIN(m.grade) = MAX(m.grade) AND MIN(m.points) <=> MAX(m.points), MIN(m.points), NULL) AS points,
         IF(COUNT(m.code) >= x.marks AND MIN(m.grade) = MAX(m.grade) AND MIN(m.points) <=> MAX(m.points), MIN(m.grade), NULL) AS grade
  FROM exam x
  JOIN paper p ON p.exam = x.id
  LEFT JOIN mark m ON m.exam = p.exam AND m.code = p.code AND {{paper_complete}}
  WHERE x.id = :exam
  GROUP BY p.code, x.marks
) q ON q.code = p.code
SET p.points = q.points, p.grade = q.grade, p.marks = q.marks, p.version = p.version + 1
WHERE p.exam = :exam AND NOT (q.points <=> p.points AND q.grade <=> p.grade AND q.marks = p.marks)
