SELECT 'exam' AS thing, x.*, (SELECT s.scale_version FROM exam_session s WHERE s.id = x.exam_session) AS scale_version,
       (SELECT s.state FROM exam_session s WHERE s.id = x.exam_session) AS session_state,
       {{transfer_begun}} AS transferred
FROM exam x WHERE x.id = :exam FOR UPDATE
