SELECT COUNT(*) AS students FROM course_registration x WHERE x.course_instance = :instance AND x.state = 'registered'
