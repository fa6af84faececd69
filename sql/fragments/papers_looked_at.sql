-- Whether the viewer, who may see exam x of session s, sees how its papers stand: who assesses it only when the time is out.
({{papers_out}}
 OR ({{exam_overseen}} AND NOT EXISTS (SELECT 1 FROM exam_assessor me WHERE me.exam = x.id AND me.person = :viewer)))
