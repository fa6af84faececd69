-- A student's own attested results.
-- list: results/result
-- columns: course, module, exam, grade, points, credits, examined_on, attested_at
-- sort: -examined_on r.examined_on, r.id; course c.code, r.examined_on, r.id; grade r.grade, r.id; attested_at r.attested_at, r.id
SELECT r.id, c.code AS course, IF(:lang = 'en', COALESCE(c.name_en, c.name), c.name) AS course_name, m.code AS module,
       IF(:lang = 'en', COALESCE(m.name_en, m.name), m.name) AS module_name,
       COALESCE({{exam_name}}, a.name) AS exam, {{grade_symbol}} AS grade, sg.passed, REPLACE(r.points, '.', {{decimal_sign}}) AS points,
       IF(sg.passed, COALESCE(m.credits, c.credits), NULL) AS credits, r.examined_on, r.attested_at, r.decisions > 1 AS changed
FROM (SELECT r.*, MIN(d.at) AS attested_at, COUNT(*) AS decisions FROM result r JOIN result_decision d ON d.result = r.id
      WHERE r.person = :viewer AND r.state = 'attested' GROUP BY r.id) r
JOIN course_instance ci ON ci.id = r.course_instance
JOIN course c ON c.id = ci.course
JOIN scale_grade sg ON sg.scale_version = r.scale_version AND sg.position = r.grade
LEFT JOIN module m ON m.id = r.module
LEFT JOIN exam_session s ON s.id = r.exam_session
LEFT JOIN registration x ON x.id = r.registration
LEFT JOIN activity a ON a.id = x.activity
WHERE TRUE {if q} AND (c.code LIKE CONCAT(:q, '%') OR c.name LIKE CONCAT('%', :q, '%') OR s.name LIKE CONCAT('%', :q, '%') OR a.name LIKE CONCAT('%', :q, '%')) {end}
