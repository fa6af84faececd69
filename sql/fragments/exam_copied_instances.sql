INSERT INTO exam_session_instance (exam_session, course_instance, institution, module)
SELECT :copy, n.course_instance, n.institution, n.module FROM exam_session_instance n WHERE n.exam_session = :exam_session
