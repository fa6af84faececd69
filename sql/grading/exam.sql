-- An exam as all see it who have part in its grading: how far it has come, who assesses, every paper by its code. Whoever assesses
-- sees what others gave a paper when they have given their own.

-- one: exam
{{exam_head}}
WHERE x.id = :exam

-- maybe: counts
SELECT q.* FROM ({{exam_counts}}) q
JOIN exam x ON x.id = :exam
JOIN exam_session s ON s.id = x.exam_session
WHERE {{papers_looked_at}}

-- many: grades/grade
{{exam_tally}}

-- many: committees/committee
{{exam_committees}}

-- many: assessors/assessor
{{exam_assessors}}

-- list: papers/paper
-- columns: code, student, committee, handed_in, marks, points, grade, state
-- sort: code p.code; committee p.committee, p.code; points p.points, p.code; grade p.grade, p.code
SELECT p.code, IF(kp.protected = 0, kp.name, NULL) AS student, c.name AS committee, p.handed_in, p.media IS NOT NULL AS file, p.points, {{grade_symbol}} AS grade,
       {{paper_state}} AS state, IF({{paper_blind}}, NULL, {{paper_marks_shown}}) AS marks
FROM (
  SELECT p.code
  FROM {{exam_papers_choice}}
  {order} LIMIT :list_rows OFFSET :list_skip
) v
JOIN paper p ON p.exam = :exam AND p.code = v.code
JOIN exam x ON x.id = p.exam
JOIN exam_session s ON s.id = x.exam_session
JOIN exam_committee c ON c.exam = p.exam AND c.number = p.committee
LEFT JOIN scale_grade sg ON sg.scale_version = s.scale_version AND sg.position = p.grade
{{paper_named}}
-- total:
SELECT COUNT(*) FROM {{exam_papers_choice}}

-- Each mark leaves an event too; these are too many to be read here. Who assesses does not read of others' while it goes on.
-- many: history/event
{{history}}
JOIN exam x ON x.id = e.thing_id
WHERE e.thing = 'exam' AND e.thing_id = :exam AND e.kind <> 'exam.marked' AND {{exam_overseen}}
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
JOIN exam x ON x.id = e.thing_id
WHERE e.thing = 'exam' AND e.thing_id = :exam AND e.kind <> 'exam.marked' AND {{exam_overseen}}
ORDER BY c.event DESC, c.number LIMIT 500
