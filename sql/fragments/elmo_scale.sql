-- The grades of each scale that is met, the best first.
SELECT DISTINCT v.institution, sg.scale_version AS scale, sg.position, IF(i.country = 'SE', COALESCE(sg.symbol_sv, sg.symbol), sg.symbol) AS grade, sg.passed
FROM ({{transcript_rows}}) v
JOIN institution i ON i.id = v.institution
JOIN scale_grade sg ON sg.scale_version = v.scale_version
