-- Whether the viewer, who may read the openings o of exam x, may read what could name somebody: from the confirming of grading on, and before
-- it who may break the glass as well. Nobody who assesses gets here (rights/exam.sql: openings).
(x.state = 'confirmed' OR x.institution IN ({{viewer_plans_exams}}))
