-- First the session, then the exam: as everybody locks them.
SELECT s.id, s.state FROM exam_session s WHERE s.id = (SELECT x.exam_session FROM exam x WHERE x.id = :exam) FOR UPDATE
