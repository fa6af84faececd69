-- Whether the viewer works with the results of session s: plans its institution's exams, or examines it.
(s.institution IN ({{viewer_plans_exams}}) OR s.id IN ({{viewer_examines}}))
