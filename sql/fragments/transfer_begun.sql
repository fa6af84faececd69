-- Whether exam x was transferred, or is about to be: its grading stays as it is.
(EXISTS (SELECT 1 FROM transfer o WHERE o.exam = x.id)
 OR EXISTS (SELECT 1 FROM job j WHERE j.thing = 'exam' AND j.thing_id = x.id AND j.kind = 'transfer' AND j.state IN ('waiting', 'running')))
