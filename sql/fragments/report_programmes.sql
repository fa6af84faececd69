-- Programmes p, with their institutions i, that the viewer has figures of.
programme p JOIN institution i ON i.id = p.institution
WHERE (FALSE
  {if viewer_institution_side} OR p.institution {{my_staffed}} {end}
  {if viewer_plan_exams, viewer_examine} OR p.institution IN ({{viewer_plans_exams}}) OR p.institution IN ({{viewer_examiner_at}}) {end}
  {if viewer_site_side} OR p.id IN (SELECT c.programme FROM {{report_ordered}}) {end})
