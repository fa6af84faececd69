-- Those who may still attest.
INSERT INTO exam_examiner (exam_session, person)
SELECT DISTINCT :copy, x.person FROM exam_examiner x
JOIN exam_session s ON s.id = x.exam_session
JOIN person_grant g ON g.person = x.person AND g.role = 'examiner' AND g.institution = s.institution
  AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
WHERE x.exam_session = :exam_session
