-- What the viewer may know of the rows v of :student (transcript_rows): one's own, and those where one plans exams.
(:student = :viewer OR v.institution IN ({{viewer_plans_exams}}))
