-- Whom a warning of doubt (:thing_id) concerns: the student, supervisor and lecturer, and the institution's contact.
{{assessment_people}} JOIN doubt d ON d.registration = x.registration WHERE d.id = :thing_id
UNION
{{placement_contacts}} (SELECT x.id FROM placement x JOIN doubt d ON d.registration = x.registration WHERE d.id = :thing_id)
