-- Whether the viewer, who may read the openings o of exam x, may read what could name somebody: from the confirming of grading on, and before
-- it who may break the glass as well. Nobody who assesses gets here (rights/exam.sql: openings).
(x.state = 'confirmed' OR x.institution IN (SELECT g.institution FROM person_grant g WHERE {{granted}} AND g.role = 'exam_planner'))
