-- Who may attest: the institution's examiners of today, and who does so already.
SELECT p.id, CONCAT(p.name, IF(p.email IS NULL, '', CONCAT(' (', p.email, ')'))) AS name, p.name AS real_name
FROM person p
WHERE p.id IN (SELECT g.person FROM person_grant g JOIN exam_session s ON s.institution = g.institution AND s.id = :exam_session
               WHERE g.role = 'examiner' AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
               UNION SELECT x.person FROM exam_examiner x WHERE x.exam_session = :exam_session)
