-- one: exam
{{exam_head}}
WHERE x.id = :exam

-- one: counts
{{exam_counts}}

-- How many papers got which grade.
-- many: grades/grade
{{exam_tally}}

-- What is in the way, the first of them.
-- many: papers/paper
SELECT p.code, {{paper_state}} AS state, c.name AS committee, {{paper_marks_shown}} AS marks
FROM paper p
JOIN exam x ON x.id = p.exam
JOIN exam_session s ON s.id = x.exam_session
JOIN exam_committee c ON c.exam = p.exam AND c.number = p.committee
WHERE p.exam = :exam AND p.void = 0 AND {{paper_state}} IN ('disagree', 'unmarked', 'partly')
ORDER BY {{paper_state}} <> 'disagree', p.code LIMIT 50

-- maybe: prefill
SELECT x.version FROM exam x WHERE x.id = :exam

-- step: lock
{{exam_lock}}

-- step: confirm
UPDATE exam SET state = 'confirmed', confirmed_at = UTC_TIMESTAMP(), confirmed_by = :viewer, edited_at = UTC_TIMESTAMP(), version = version + 1
WHERE id = :exam

-- Whoever saves a mark on another node of a cluster at this moment finds it changed.
-- step: touch_papers
UPDATE paper SET version = version + 1 WHERE exam = :exam AND void = 0
