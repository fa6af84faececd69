(FALSE
  {if viewer_plan_exams}
  OR x.institution IN (SELECT g.institution FROM person_grant g WHERE {{granted}} AND g.role = 'exam_planner')
  {end}
  {if viewer_examine}
  OR (x.exam_session IN (SELECT e.exam_session FROM exam_examiner e WHERE e.person = :viewer)
      AND x.institution IN (SELECT g.institution FROM person_grant g WHERE {{granted}} AND g.role = 'examiner'))
  {end})
