-- Institutions whose exams the viewer plans.
SELECT g.institution FROM person_grant g WHERE {{granted}} AND g.role = 'exam_planner'
