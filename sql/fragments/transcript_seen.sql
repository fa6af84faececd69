-- What the viewer may know of the rows v of :student (transcript_rows): one's own, and by name those where one plans exams.
(:student = :viewer OR v.named AND v.institution IN ({{viewer_plans_exams}}))
