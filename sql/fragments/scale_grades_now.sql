-- The grades of :scale's latest version, the lowest first.
SELECT sg.position, sg.symbol, sg.symbol_nn, sg.symbol_sv, sg.symbol_en, sg.passed
FROM grading_scale sc
JOIN scale_version sv ON sv.grading_scale = sc.id AND sv.number = sc.latest
JOIN scale_grade sg ON sg.scale_version = sv.id
WHERE sc.id = :scale
ORDER BY sg.position
