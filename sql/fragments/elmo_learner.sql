-- Whose results an ELMO file holds. Goes on with whose number s may be told.
SELECT p.id, p.given_name, p.family_name, s.number AS student_number
FROM person p LEFT JOIN student s ON s.person = p.id
