-- A result: what it is, what was decided, and, to staff, how it came about.
-- one: result
{{result_one}}
WHERE r.id = :result

-- many: decisions/decision
{{result_decisions}}

-- A student reads what was decided, not the drafts before it.
-- many: history/event
{{history}}
WHERE e.thing = 'result' AND e.thing_id = :result AND NOT EXISTS (SELECT 1 FROM result r WHERE r.id = :result AND r.person = :viewer)
ORDER BY e.id DESC LIMIT 50

-- Grades are kept by their symbol and shown in the language.
-- many: changes/change
SELECT c.event, c.number, c.field, c.subject,
       COALESCE((SELECT {{grade_symbol}} FROM scale_grade sg WHERE c.field = 'grade' AND sg.scale_version = r.scale_version AND sg.symbol = c.old_value), c.old_value) AS old_value,
       COALESCE((SELECT {{grade_symbol}} FROM scale_grade sg WHERE c.field = 'grade' AND sg.scale_version = r.scale_version AND sg.symbol = c.new_value), c.new_value) AS new_value
FROM result r
JOIN event e ON e.thing = 'result' AND e.thing_id = r.id
JOIN event_change c ON c.event = e.id
WHERE r.id = :result AND r.person <> :viewer
ORDER BY c.event DESC, c.number LIMIT 500
