-- one: exam
{{exam_head}}
WHERE x.id = :exam

-- many: grades/grade
{{exam_grades}}

-- many: committees/committee
{{exam_committees}}

-- maybe: prefill
SELECT x.points_most, x.marks, 'keep' AS division, x.version FROM exam x WHERE x.id = :exam

-- many: prefill_each/prefill
SELECT 'boundary' AS field, b.position AS `key`, TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM b.points_from)) AS value
FROM exam_boundary b WHERE b.exam = :exam
UNION ALL
SELECT 'committee', c.number, c.name FROM exam_committee c WHERE c.exam = :exam

-- step: lock
{{exam_lock}}

-- step: given
SELECT MAX(m.points) AS points FROM mark m WHERE m.exam = :exam

-- step: propose
UPDATE mark m
SET m.grade = {{boundary_grade_new}}, m.version = m.version + 1
WHERE m.exam = :exam AND m.points IS NOT NULL
  AND (m.grade IS NULL OR (m.grade = {{boundary_grade}} AND EXISTS (SELECT 1 FROM exam_boundary b WHERE b.exam = :exam)))
  AND NOT m.grade <=> {{boundary_grade_new}}

-- step: update
UPDATE exam SET points_most = :points_most, marks = :marks, edited_at = UTC_TIMESTAMP(), version = version + 1 WHERE id = :exam

-- step: boundary_remove
DELETE FROM exam_boundary WHERE exam = :exam AND position = :position

-- step: boundary_insert
INSERT INTO exam_boundary (exam, position, points_from) VALUES (:exam, :position, :points_from)

-- step: committee_rename
UPDATE exam_committee SET name = :name WHERE exam = :exam AND number = :number

-- step: committee_insert
INSERT INTO exam_committee (exam, number, name)
SELECT :exam, MAX(c.number) + 1, :new_committee FROM exam_committee c WHERE c.exam = :exam

-- To the first of those that stay.
-- step: committee_papers
UPDATE paper p SET p.committee = (SELECT MIN(c.number) FROM exam_committee c WHERE c.exam = :exam AND c.number <> :number), p.version = p.version + 1
WHERE p.exam = :exam AND p.committee = :number

-- step: committee_assessors
DELETE FROM exam_assessor WHERE exam = :exam AND committee = :number

-- step: committee_remove
DELETE FROM exam_committee WHERE exam = :exam AND number = :number

-- step: unmarked
SELECT p.code, p.committee FROM paper p
WHERE p.exam = :exam AND p.void = 0 AND NOT EXISTS (SELECT 1 FROM mark m WHERE m.exam = p.exam AND m.code = p.code)
ORDER BY p.code FOR UPDATE

-- step: move
UPDATE paper SET committee = :number, version = version + 1 WHERE exam = :exam AND code = :code

-- step: outcomes
{{papers_outcomes}}
