-- The report on paper: what was chosen, whose it is, and the figures of reports.sql.

-- one: chosen
SELECT {if term} :term {end} {unless term} NULL {end} AS term,
       {if programme} (SELECT {{report_programme_name}} FROM {{report_programmes}} AND p.id = :programme) {end} {unless programme} NULL {end} AS programme,
       {if institution} (SELECT i.name FROM {{report_institutions}} AND i.id = :institution) {end} {unless institution} NULL {end} AS institution,
       (SELECT p.name FROM person p WHERE p.id = :viewer) AS person,
       {if viewer_site_side} (SELECT GROUP_CONCAT(s.name ORDER BY s.name {collate} SEPARATOR ', ') FROM site s WHERE s.id IN ({{viewer_sites}})) {end}
       {unless viewer_site_side} (SELECT GROUP_CONCAT(i.name ORDER BY i.name {collate} SEPARATOR ', ') FROM {{report_institutions}}) {end} AS organisation,
       {if viewer_site_side} (SELECT COUNT(*) FROM site s WHERE s.id IN ({{viewer_sites}})) {end}
       {unless viewer_site_side} (SELECT COUNT(*) FROM {{report_institutions}}) {end} AS organisations

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

-- many: needs/need
{{report_needs}}
GROUP BY m.number, p.id
ORDER BY m.name {collate}, m.number, p.name {collate}, p.id LIMIT 1000
