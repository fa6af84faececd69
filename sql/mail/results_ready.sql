-- To the examiners: results wait to be attested. Of a session those who examine it, of placement periods those of the institution.
-- step: recipients
SELECT DISTINCT g.person
FROM event e
JOIN person_grant g ON g.institution = e.institution AND g.role = 'examiner' AND g.activity IS NULL
  AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
WHERE e.id = :event
  AND (e.thing = 'plan' OR EXISTS (SELECT 1 FROM exam_examiner x WHERE x.exam_session = e.thing_id AND x.person = g.person))
ORDER BY g.person

-- one: results
{{mail_results}}
