-- First of every action on one candidate: its session's row. shut: why a student may not come or go by themselves.
SELECT s.id, s.state <> 'confirmed' AS cancelled, {{exam_shut}} AS shut
FROM exam_session s WHERE s.id = (SELECT c.exam_session FROM candidate c WHERE c.id = :candidate) FOR UPDATE
