-- The rows of a message with whom each means: who, a student of :partner_institution now or earlier; wrong: why it is none, or not one
-- alone; wrong_at: the attribute that says so; told: a number that is not kept yet. Whether somebody is known elsewhere is not to be seen.
(SELECT r.*, COALESCE(r.person, pe.id, sn.person) AS who, r.student_number IS NOT NULL AND own.number IS NULL AS told,
   CASE WHEN r.person IS NOT NULL THEN 'person' WHEN r.email IS NOT NULL THEN 'email' ELSE 'student-number' END AS wrong_at,
   CASE WHEN r.person IS NULL AND r.email IS NULL AND r.student_number IS NULL THEN 'student_missing'
        WHEN r.person IS NOT NULL AND r.email IS NOT NULL THEN 'student_twice'
        WHEN NOT EXISTS (SELECT 1 FROM person_grant g
                         WHERE g.person = COALESCE(r.person, pe.id, sn.person) AND g.role = 'student'
                           AND g.institution = :partner_institution AND g.activity IS NULL) THEN 'student_unknown'
        WHEN r.student_number IS NULL THEN NULL
        WHEN own.person IS NULL OR own.number <> r.student_number OR sn.person <> own.person
          OR own.number IS NULL
            AND (LAG(own.person) OVER (PARTITION BY r.student_number ORDER BY own.person, r.number) <> own.person
                 OR LAG(r.student_number) OVER (PARTITION BY own.person ORDER BY r.student_number, r.number) <> r.student_number) THEN 'student_differs'
   END AS wrong
 FROM {{inbound_rows}} r
 LEFT JOIN person pe ON pe.email = LOWER(r.email)
 LEFT JOIN student sn ON sn.institution = :partner_institution AND sn.number = r.student_number
 LEFT JOIN student own ON own.institution = :partner_institution AND own.person = COALESCE(r.person, pe.id, sn.person))
