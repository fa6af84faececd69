-- Whether the viewer knows whose the code of opening o of exam x is: who opened it, and all who see openings once grading is confirmed.
({{exam_opening_may_name}} AND (x.state = 'confirmed' OR o.person = :viewer))
