-- All of a placement period's assessment. The student reads what was given, staff that there is a draft, assessors go on with it.
-- one: placement
{{assessment_head}} WHERE x.id = :placement

-- many: assessments/assessment
SELECT s.id, s.kind, s.state, IF(s.state = 'draft', NULL, s.passed) AS passed, IF(s.state = 'draft', NULL, s.text) AS text,
       IF(q.protected = 0 OR q.id = :viewer, q.name, NULL) AS assessor, s.given_at, s.signed_at, s.remarks
FROM placement x
JOIN assessment s ON s.registration = x.registration
JOIN person q ON q.id = s.person
WHERE x.id = :placement AND (s.state <> 'draft' OR x.person <> :viewer)
ORDER BY s.kind

-- many: verdicts/verdict
{{assessment_verdicts}}
JOIN placement x ON x.registration = s.registration
WHERE x.id = :placement AND s.state <> 'draft'
ORDER BY c.position, c.id

-- many: doubts/doubt
{{doubt_shown}} JOIN placement x ON x.registration = d.registration
WHERE x.id = :placement
ORDER BY d.id DESC

-- planned: hours of the period; percent: of them the student was there, or made up for.
-- one: attendance
SELECT v.planned, v.away, v.made_up, IF(v.entered, 1, NULL) AS entered,
       FLOOR(100 * GREATEST(v.planned - v.away, 0) / v.planned) AS percent
FROM (SELECT GREATEST({{hours_planned}}, 1) AS planned, t.registration IS NOT NULL AS entered,
             COALESCE((SELECT SUM(w.hours) FROM absence w WHERE w.registration = x.registration AND w.made_up = 0), 0) AS away,
             COALESCE((SELECT SUM(w.hours) FROM absence w WHERE w.registration = x.registration AND w.made_up = 1), 0) AS made_up
      FROM placement x LEFT JOIN attendance t ON t.registration = x.registration
      WHERE x.id = :placement) v

-- many: absences/absence
SELECT w.day, w.hours, IF(w.made_up = 1, 1, NULL) AS made_up, w.note FROM placement x
JOIN absence w ON w.registration = x.registration
WHERE x.id = :placement
ORDER BY w.day

-- What became of it: to the student once it is attested.
-- maybe: result
SELECT r.id, r.state, {{grade_symbol}} AS grade
FROM placement x
JOIN result r ON r.registration = x.registration
LEFT JOIN scale_grade sg ON sg.scale_version = r.scale_version AND sg.position = r.grade
WHERE x.id = :placement AND (r.state = 'attested' OR x.person <> :viewer)

-- many: history/event
{{history}} JOIN placement x ON x.id = :placement
WHERE {{assessment_history}}
ORDER BY e.id DESC LIMIT 100

-- many: changes/change
{{history_changes}} JOIN placement x ON x.id = :placement
WHERE {{assessment_history}}
ORDER BY c.event DESC, c.number LIMIT 1000
