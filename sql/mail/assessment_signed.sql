-- The student signed for an assessment: to supervisor and lecturer.
-- step: recipients
{{assessment_people}} JOIN assessment s ON s.registration = x.registration WHERE s.id = :thing_id AND w.who > 1

-- one: placement
{{mail_assessment}} JOIN assessment s ON s.registration = x.registration WHERE s.id = :thing_id
