-- Figures of what the viewer sees one by one elsewhere: staff of their institution's activities, a site of the orders it got,
-- who enters or attests results of those. Nothing is counted here that they may not open there. The figures are the fragments
-- report_…, which the print has too (report.sql).

-- many: funnel/step
{{report_funnel}}

-- many: received/step
{{report_received}}

-- many: professions/profession
{{report_professions}}

-- many: municipalities/municipality
{{report_municipalities}}

-- many: units/unit
{{report_units}}

-- many: wishes/wish
{{report_wishes}}

-- many: scales/scale
{{report_scales}}

-- many: grades/grade
{{report_grades}}

-- many: courses/course
{{report_courses}}

-- list: needs/need
-- columns: municipality, programme, places_asked, places_met, places_waiting, places_missing, students_living
-- sort: municipality m.name {collate}, m.number, p.name {collate}, p.id; programme p.name {collate}, p.id, m.name {collate}, m.number; -places_asked SUM(z.asked), m.number, p.id; -places_met SUM(z.met), m.number, p.id; -places_waiting SUM(z.waiting), m.number, p.id; -places_missing SUM(z.missing), m.number, p.id; -students_living SUM(z.living), m.number, p.id
{{report_needs}}
{if q} WHERE m.name LIKE CONCAT('%', :q, '%') OR p.name LIKE CONCAT('%', :q, '%') {end}
GROUP BY m.number, p.id

-- many: terms/term
SELECT DISTINCT z.term FROM (
  SELECT a.term FROM activity a WHERE {unless viewer_institution_side} FALSE {end} {if viewer_institution_side} a.institution {{my_staffed}} {end}
  {if viewer_site_side}
  UNION SELECT a.term FROM placement_order o JOIN activity a ON a.id = o.activity WHERE o.site IN ({{viewer_sites}}) AND o.state <> 'draft'
  {end}
  {if viewer_plan_exams, viewer_examine}
  UNION SELECT ci.term FROM course_instance ci WHERE ci.institution IN ({{viewer_plans_exams}}) OR ci.institution IN ({{viewer_examiner_at}})
  {end}
) z
ORDER BY z.term DESC

-- many: programmes/programme
SELECT p.id, {{report_programme_name}} AS name FROM {{report_programmes}}
ORDER BY p.name {collate}, p.id

-- many: institutions/institution
SELECT i.id, i.name FROM {{report_institutions}}
ORDER BY i.name {collate}, i.id
