EXISTS (SELECT 1 FROM course_instance kn WHERE kn.id = :instance AND kn.institution IN ({{viewer_plans_studies}}))
