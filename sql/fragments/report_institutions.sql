-- Institutions i that the viewer has figures of.
institution i
WHERE (FALSE
  {if viewer_institution_side} OR i.id {{my_staffed}} {end}
  {if viewer_plan_exams, viewer_examine} OR i.id IN ({{viewer_plans_exams}}) OR i.id IN ({{viewer_examiner_at}}) {end}
  {if viewer_site_side} OR i.id IN (SELECT o.institution FROM placement_order o WHERE o.site IN ({{viewer_sites}}) AND o.state <> 'draft') {end})
