-- Whether the viewer, who sees codes with names, is told the name of p, who sat exam session c.exam_session: who plans exams of everybody.
(p.protected = 0 OR c.institution IN ({{viewer_plans_exams}}))
