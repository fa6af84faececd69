-- Attested results r of courses c whose results the viewer enters or attests: of sessions, and of placement periods.
result r
JOIN course_instance ci ON ci.institution = r.institution AND ci.id = r.course_instance
JOIN course c ON c.institution = ci.institution AND c.id = ci.course
WHERE r.state = 'attested' AND r.grade IS NOT NULL
  {if term} AND ci.term = :term {end}
  {if institution} AND r.institution = :institution {end}
  {if programme} AND c.programme = :programme {end}
  AND (FALSE
       {if viewer_plan_exams} OR r.institution IN ({{viewer_plans_exams}}) {end}
       {if viewer_examine}
       OR r.exam_session IN ({{viewer_examines}})
       OR r.registration IS NOT NULL AND r.institution IN ({{viewer_examiner_at}})
       {end}
       {if viewer_plan} OR r.registration IS NOT NULL AND r.institution IN ({{viewer_planned}}) {end})
  {if viewer_assess}
  AND NOT EXISTS (SELECT 1 FROM exam x JOIN exam_assessor xa ON xa.exam = x.id AND xa.person = :viewer
                  WHERE x.exam_session = r.exam_session AND x.state <> 'confirmed')
  {end}
