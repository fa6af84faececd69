-- one: module
SELECT m.id, m.code, IF(:lang = 'en', COALESCE(m.name_en, m.name), m.name) AS name
FROM module m WHERE m.id = :module

-- one: course
SELECT c.id, c.code, IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS name, c.credits,
  (SELECT SUM(o.credits) FROM module o
   WHERE o.course = c.id AND o.id <> m.id AND (o.closed_on IS NULL OR o.closed_on > :today)) AS credits_taken
FROM module m JOIN course c ON c.institution = m.institution AND c.id = m.course
WHERE m.id = :module

-- many: scales/scale
{{scales_choice}}
JOIN module x ON x.id = :module
WHERE (sc.institution IS NULL OR sc.institution = x.institution)
  AND (sc.closed_on IS NULL OR sc.closed_on > :today OR sc.id = x.grading_scale)
ORDER BY sc.name {collate}

-- maybe: prefill
SELECT code, name, name_en, credits, grading_scale, closed_on, version FROM module WHERE id = :module

-- many: history/event
{{history}}
WHERE e.thing = 'module' AND e.thing_id = :module
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'module' AND e.thing_id = :module
ORDER BY c.event DESC, c.number LIMIT 500

-- step: lock
SELECT 'module' AS thing, m.id, m.version, m.code AS _subject, m.code, m.name, m.name_en, m.credits,
  (SELECT sc.name FROM grading_scale sc WHERE sc.id = m.grading_scale) AS grading_scale, m.closed_on
FROM module m WHERE m.id = :module FOR UPDATE

-- More credits than the course has are refused where they become more.
-- step: check
SELECT 'code' AS field, 'error.taken' AS error
FROM module x JOIN module m ON m.course = x.course AND m.id <> x.id
WHERE x.id = :module AND m.code = :code
UNION ALL SELECT 'grading_scale', 'error.unknown' FROM module x
  WHERE x.id = :module AND :grading_scale <> x.grading_scale AND NOT EXISTS (
    SELECT 1 FROM grading_scale sc WHERE sc.id = :grading_scale AND (sc.institution IS NULL OR sc.institution = x.institution)
      AND (sc.closed_on IS NULL OR sc.closed_on > :today))
UNION ALL SELECT 'credits', 'error.module_credits' FROM module x JOIN course c ON c.id = x.course
  WHERE x.id = :module AND :credits > x.credits AND c.credits < :credits + (
    SELECT COALESCE(SUM(m.credits), 0) FROM module m
    WHERE m.course = x.course AND m.id <> x.id AND (m.closed_on IS NULL OR m.closed_on > :today))
-- A confirmed session's modules stay of equal credits as long as it is to come or under way.
UNION ALL (SELECT 'credits', 'error.module_in_session' FROM module x
  JOIN exam_session_instance n ON n.institution = x.institution AND n.module = x.id
  JOIN exam_session s ON s.id = n.exam_session AND s.state = 'confirmed' AND (s.date_mode = 'none' OR s.ends_on >= CAST(:today AS DATE))
  JOIN exam_session_instance o ON o.exam_session = s.id AND o.module <> x.id
  WHERE x.id = :module AND :credits <> x.credits LIMIT 1)
-- An exam keeps the scale its session was confirmed with: on another the module would take none of its grades. Until it is over, and what
-- was graded there transferred.
UNION ALL (SELECT 'grading_scale', 'error.module_scale_in_session' FROM module x
  JOIN exam_session_instance n ON n.institution = x.institution AND n.module = x.id
  JOIN exam_session s ON s.id = n.exam_session AND s.state = 'confirmed'
  JOIN exam e ON e.exam_session = s.id
  LEFT JOIN transfer t ON t.exam = e.id
  WHERE x.id = :module AND :grading_scale <> x.grading_scale AND t.exam IS NULL
    AND (s.date_mode = 'none' OR s.ends_on >= CAST(:today AS DATE)
         OR EXISTS (SELECT 1 FROM paper k WHERE k.exam = e.id AND k.void = 0)) LIMIT 1)

-- step: update
UPDATE module SET code = :code, name = :name, name_en = :name_en, credits = :credits, grading_scale = :grading_scale,
  closed_on = :closed_on, version = version + 1
WHERE id = :module

-- step: of_course
SELECT course FROM module WHERE id = :module
