-- Whether the viewer sees placement x of :activity, as rights/placement: the institution's staff all, a site its own, supervisor,
-- lecturer and student theirs.
(x.institution IN ({{viewer_institutions}})
 {if viewer_takes_part} OR x.institution IN ({{viewer_coordinated_here}}) {end}
 {if viewer_site_side} OR x.site IN ({{viewer_sites_here}}) {end}
 {if viewer_supervisor} OR x.supervisor = :viewer AND x.site IN (SELECT g.site FROM person_grant g WHERE {{granted}} AND (g.activity IS NULL OR g.activity = x.activity)) {end}
 {if viewer_lecturer} OR x.lecturer = :viewer AND x.institution IN (SELECT g.institution FROM person_grant g WHERE {{granted}} AND (g.activity IS NULL OR g.activity = x.activity)) {end}
 {if viewer_student} OR x.person = :viewer {end})
