(FALSE
  {if viewer_plan_exams}
  OR x.institution IN ({{viewer_plans_exams}})
  {end}
  {if viewer_examine}
  OR x.exam_session IN ({{viewer_examines}})
  {end})
