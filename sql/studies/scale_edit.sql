-- one: scale
SELECT sc.id, {{scale_name}} AS name, sc.latest FROM grading_scale sc WHERE sc.id = :scale

-- Those it has, and three more.
-- many: grades/grade
{{scale_rows}}
JOIN (SELECT COUNT(*) AS grades FROM grading_scale sc
      JOIN scale_version sv ON sv.grading_scale = sc.id AND sv.number = sc.latest
      JOIN scale_grade sg ON sg.scale_version = sv.id
      WHERE sc.id = :scale) g ON n.id <= g.grades + 3

-- maybe: prefill
SELECT name, name_en, closed_on, version FROM grading_scale WHERE id = :scale

-- many: prefill_each/prefill
SELECT f.field, sg.position AS `key`,
  CASE f.field WHEN 'symbol' THEN sg.symbol WHEN 'symbol_nn' THEN sg.symbol_nn WHEN 'symbol_sv' THEN sg.symbol_sv
               WHEN 'symbol_en' THEN sg.symbol_en ELSE sg.passed END AS value
FROM grading_scale sc
JOIN scale_version sv ON sv.grading_scale = sc.id AND sv.number = sc.latest
JOIN scale_grade sg ON sg.scale_version = sv.id
JOIN (SELECT 'symbol' AS field UNION ALL SELECT 'symbol_nn' UNION ALL SELECT 'symbol_sv' UNION ALL SELECT 'symbol_en'
      UNION ALL SELECT 'passed') f
WHERE sc.id = :scale AND (f.field <> 'passed' OR sg.passed = 1)
ORDER BY sg.position

-- step: lock
SELECT 'scale' AS thing, id, version, name, name_en, closed_on, latest FROM grading_scale WHERE id = :scale FOR UPDATE

-- step: check
SELECT 'name' AS field, 'error.taken' AS error
FROM grading_scale here JOIN grading_scale sc ON sc.institution <=> here.institution AND sc.id <> here.id
WHERE here.id = :scale AND sc.name = :name

-- step: update
UPDATE grading_scale SET name = :name, name_en = :name_en, closed_on = :closed_on, version = version + 1 WHERE id = :scale

-- step: next
UPDATE grading_scale SET latest = latest + 1 WHERE id = :scale

-- step: version
{{scale_version_insert}}

-- step: grade
{{scale_grade_insert}}

-- step: ambiguous
{{scale_ambiguous}}

-- step: grades_now
{{scale_grades_now}}
