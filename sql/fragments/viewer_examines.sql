-- Institutions where the viewer is an examiner.
SELECT g.institution FROM person_grant g WHERE {{granted}} AND g.activity IS NULL AND g.role = 'examiner'
