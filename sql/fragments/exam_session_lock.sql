-- First of every action on a session and its candidates: they queue here. Before exam, candidate and paper.
SELECT 'exam_session' AS thing, s.*, {{exam_stage}} AS stage, {{exam_registers}} AS registers
FROM exam_session s WHERE s.id = :exam_session FOR UPDATE
