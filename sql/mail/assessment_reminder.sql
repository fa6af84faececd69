-- A day in a student's assessment is near: to supervisor and lecturer.
-- step: recipients
{{assessment_people}} WHERE x.id = :thing_id AND w.who > 1

-- one: placement
SELECT x.id, a.name AS activity_name, x.starts, x.ends, i.name AS institution_name, st.name AS site, u.name AS unit,
       SUBSTRING_INDEX(SUBSTRING_INDEX(e.kind, '.', -1), '_', 1) AS stage,
       CASE e.kind WHEN 'assessment.doubt_near' THEN {{doubt_due}} WHEN 'assessment.midway_near' THEN {{midway_due}}
                   ELSE COALESCE(x.ended_on, x.ends) END AS due_on
FROM event e
JOIN placement x ON x.id = e.thing_id
JOIN activity a ON a.id = x.activity
JOIN institution i ON i.id = x.institution
JOIN site st ON st.id = x.site
JOIN unit u ON u.id = x.unit
WHERE e.id = :event
