p.committee IN (SELECT ea.committee FROM exam_assessor ea WHERE ea.exam = :exam AND ea.person = :viewer)
