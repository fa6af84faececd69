-- Whether the viewer is told who reads course instance x.course_instance (p: the person): not of who is protected, but to who
-- keeps the list.
(p.protected = 0 OR x.institution IN ({{viewer_plans_studies}}))
