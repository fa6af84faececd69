({{exam_overseen}}
  {if viewer_assess}
  OR (x.id IN (SELECT a.exam FROM exam_assessor a WHERE a.person = :viewer)
      AND x.institution IN (SELECT g.institution FROM person_grant g WHERE {{granted}} AND g.role = 'assessor'))
  {end})
