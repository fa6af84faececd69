-- An assessment was given: to the student, and to who else assesses.
-- step: recipients
{{assessment_people}} JOIN assessment s ON s.registration = x.registration WHERE s.id = :thing_id

-- one: placement
{{mail_assessment}} JOIN assessment s ON s.registration = x.registration WHERE s.id = :thing_id
