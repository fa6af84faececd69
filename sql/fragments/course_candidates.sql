-- Students of :instance's institution who do not read it.
SELECT DISTINCT v.person FROM course_instance vn
JOIN person_grant v ON v.institution = vn.institution AND v.role = 'student' AND v.activity IS NULL
  AND (v.valid_to IS NULL OR v.valid_to >= CAST(:today AS DATE))
LEFT JOIN course_registration vr ON vr.course_instance = vn.id AND vr.person = v.person AND vr.state = 'registered'
WHERE vn.id = :instance AND vr.person IS NULL
