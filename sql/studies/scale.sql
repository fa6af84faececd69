-- A grading scale: each version with its grades, the latest first, and where it is used.
-- one: scale
SELECT sc.id, {{scale_name}} AS name, sc.name AS own_name, sc.name_en, sc.institution AS institution_id, i.name AS institution, sc.latest,
  sc.closed_on
FROM grading_scale sc LEFT JOIN institution i ON i.id = sc.institution
WHERE sc.id = :scale

-- many: versions/scale_version
SELECT sv.number, sv.made_at FROM scale_version sv WHERE sv.grading_scale = :scale ORDER BY sv.number DESC

-- many: grades/grade
SELECT sv.number, sg.position, {{grade_symbol}} AS symbol, sg.passed
FROM scale_version sv JOIN scale_grade sg ON sg.scale_version = sv.id
WHERE sv.grading_scale = :scale
ORDER BY sv.number DESC, sg.position DESC

-- many: modules/module
SELECT m.id, m.code, IF(:lang = 'en', COALESCE(m.name_en, m.name), m.name) AS name, m.course, c.code AS course_code,
  IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS course_name
FROM module m JOIN course c ON c.institution = m.institution AND c.id = m.course
WHERE m.grading_scale = :scale AND (m.closed_on IS NULL OR m.closed_on > :today)
  {unless viewer_administer} AND m.institution IN ({{viewer_granted}}) {end}
ORDER BY c.code, m.code LIMIT 200

-- many: history/event
{{history}}
WHERE e.thing = 'scale' AND e.thing_id = :scale AND {{more_than_student}}
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'scale' AND e.thing_id = :scale AND {{more_than_student}}
ORDER BY c.event DESC, c.number LIMIT 500
