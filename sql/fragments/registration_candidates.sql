-- Students of :activity's institution who are still there when it begins and not registered in it.
SELECT DISTINCT v.person FROM activity va
JOIN person_grant v ON v.institution = va.institution AND v.role = 'student' AND v.activity IS NULL
  AND (v.valid_to IS NULL OR v.valid_to >= va.starts)
LEFT JOIN registration vr ON vr.activity = va.id AND vr.person = v.person AND vr.state = 'registered'
WHERE va.id = :activity AND vr.id IS NULL
