-- Registrations to exam sessions that a partner sends. Every row, what is to be done with it and what is wrong with it.

-- step: lock_sessions
{{inbound_lock_sessions}}

-- step: rows
SELECT v.number, v.who AS person, s.id AS exam_session, c.id IS NULL AS new,
  CASE WHEN COALESCE(v.state, '') = 'withdrawn' THEN IF(c.state = 'registered', 'withdraw', 'same')
       ELSE IF(c.state = 'registered', 'same', 'enrol') END AS deed,
  CASE WHEN v.wrong IS NOT NULL THEN CONCAT(v.wrong_at, ' ', v.wrong)
       {{inbound_session_wrong}}
       WHEN ROW_NUMBER() OVER (PARTITION BY v.who, s.id ORDER BY v.number) > 1 THEN CONCAT(v.wrong_at, ' row_twice')
       WHEN (c.state <=> 'registered') = (COALESCE(v.state, '') <> 'withdrawn') THEN NULL
       WHEN e.state = 'confirmed' THEN 'exam-session session_graded'
       WHEN COALESCE(v.state, '') = 'withdrawn' THEN IF(c.id IS NOT NULL AND {{candidate_resulted}}, 'state candidate_resulted', NULL)
       WHEN NOT EXISTS (SELECT 1 FROM exam_session_instance si
                        JOIN course_registration cr ON cr.course_instance = si.course_instance AND cr.person = v.who AND cr.state = 'registered'
                        WHERE si.exam_session = s.id) THEN CONCAT(v.wrong_at, ' not_reader')
  END AS error
FROM {{inbound_students}} v
LEFT JOIN {{inbound_sessions}} f ON f.code = v.instance_code AND f.starts_on = v.starts_on
LEFT JOIN exam_session s ON s.institution = :partner_institution AND s.id = COALESCE(v.exam_session, f.id) AND s.state <> 'draft'
LEFT JOIN exam e ON e.exam_session = s.id
LEFT JOIN candidate c ON c.exam_session = s.id AND c.person = v.who
ORDER BY s.id, deed, v.number
