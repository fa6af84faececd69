-- one: course
SELECT c.id, c.code, IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS name, c.credits,
  (SELECT SUM(m.credits) FROM module m WHERE m.course = c.id AND (m.closed_on IS NULL OR m.closed_on > :today)) AS credits_taken
FROM course c WHERE c.id = :course

-- many: scales/scale
{{scales_choice}}
JOIN course x ON x.id = :course
WHERE (sc.institution IS NULL OR sc.institution = x.institution) AND (sc.closed_on IS NULL OR sc.closed_on > :today)
ORDER BY sc.name {collate}

-- maybe: prefill
SELECT 0 AS version

-- step: check
SELECT 'code' AS field, 'error.taken' AS error FROM module m WHERE m.course = :course AND m.code = :code
UNION ALL SELECT 'grading_scale', 'error.unknown' FROM course x
  WHERE x.id = :course AND NOT EXISTS (
    SELECT 1 FROM grading_scale sc WHERE sc.id = :grading_scale AND (sc.institution IS NULL OR sc.institution = x.institution)
      AND (sc.closed_on IS NULL OR sc.closed_on > :today))
UNION ALL SELECT 'credits', 'error.module_credits' FROM course x
  WHERE x.id = :course AND x.credits < :credits + (
    SELECT COALESCE(SUM(m.credits), 0) FROM module m WHERE m.course = x.id AND (m.closed_on IS NULL OR m.closed_on > :today))

-- step: insert
INSERT INTO module (institution, course, code, name, name_en, credits, grading_scale)
SELECT institution, id, :code, :name, :name_en, :credits, :grading_scale FROM course WHERE id = :course
