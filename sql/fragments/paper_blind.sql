x.state <> 'confirmed' AND {{paper_mine}} AND p.grade IS NULL
  AND NOT EXISTS (SELECT 1 FROM mark own WHERE own.exam = p.exam AND own.code = p.code AND own.person = :viewer AND own.grade IS NOT NULL)
