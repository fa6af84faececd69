LEFT JOIN exam_identity d ON s.anonymous = 0 AND d.exam_session = p.exam_session AND d.code = p.code
LEFT JOIN candidate k ON k.id = d.candidate
LEFT JOIN person kp ON kp.id = k.person
