-- Exams whose grading the viewer has part in. papers: those of candidates who have not withdrawn; graded: with an outcome.
-- list: exams/exam
-- columns: name, state=exam_state, edited_at, starts_on, ends_on, papers, handed_in, graded
-- sort: -edited_at x.edited_at, x.id; name s.name {collate}, x.id; state x.state, x.id; starts_on s.starts_on, s.starts_at, x.id; ends_on s.ends_on, s.ends_at, x.id
SELECT x.id, {{exam_name}} AS name, s.type, x.state, s.state = 'cancelled' AS cancelled, x.edited_at,
       s.starts_on, TIME_FORMAT(s.starts_at, '%H:%i') AS starts_at, s.ends_on, TIME_FORMAT(s.ends_at, '%H:%i') AS ends_at,
       (SELECT COUNT(*) FROM paper p WHERE p.exam = x.id AND p.void = 0) AS papers,
       IF({{papers_looked_at}}, (SELECT COUNT(*) FROM paper p WHERE p.exam = x.id AND p.void = 0 AND p.handed_in = 1), NULL) AS handed_in,
       (SELECT COUNT(*) FROM paper p WHERE p.exam = x.id AND p.void = 0 AND p.grade IS NOT NULL) AS graded,
       EXISTS (SELECT 1 FROM transfer t WHERE t.exam = x.id) AS transferred
FROM (
  SELECT x.id
  FROM {{exams_choice}}
  {order} LIMIT :list_rows OFFSET :list_skip
) v
JOIN exam x ON x.id = v.id
JOIN exam_session s ON s.id = x.exam_session
-- total:
SELECT COUNT(*) FROM {{exams_choice}}
