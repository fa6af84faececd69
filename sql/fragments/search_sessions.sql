-- Exam sessions whose words are those of what the parameter is about; a draft is found by nobody.
exam_session x
JOIN (SELECT 1) found ON x.state <> 'draft'
  {if exam_session} AND x.id = :exam_session {end}
  {if instance} AND x.id IN (SELECT n.exam_session FROM exam_session_instance n WHERE n.course_instance = :instance) {end}
  {if course}
  AND x.id IN (SELECT n.exam_session FROM exam_session_instance n JOIN course_instance ci ON ci.id = n.course_instance WHERE ci.course = :course)
  {end}
