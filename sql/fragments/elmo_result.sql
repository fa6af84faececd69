-- What counts, in the order of its days. The grade is as the institution's country writes it.
SELECT v.result AS id, v.institution, v.course, v.module, v.module_code AS code, v.module_name AS name, v.module_name_en AS name_en, v.term,
       v.examined_on, v.scale_version AS scale, IF(i.country = 'SE', COALESCE(sg.symbol_sv, sg.symbol), sg.symbol) AS grade, v.credits
FROM ({{transcript_rows}}) v
JOIN institution i ON i.id = v.institution
JOIN scale_grade sg ON sg.scale_version = v.scale_version AND sg.position = v.grade
