-- Everything of :student that is attested, by the decision that counts. counts: the best of its course or module, where that is a pass.
-- credits: earned by it; a course by itself earns none where a module of it is passed, whose credits are part of its own.
-- Others than the student are told of no result of an anonymous exam before its grading is confirmed: for them it is as if it were not
-- there, and the best of those that are counts.
SELECT x.*, x.passed AND x.place = 1 AS counts, IF(x.passed AND x.place = 1 AND (x.module IS NOT NULL OR x.modules = 0), COALESCE(x.module_credits, x.course_credits), NULL) AS credits
FROM (
  SELECT r.id AS result, r.institution, d.number AS decision, c.id AS course, c.code AS course_code, c.name AS course_name, c.name_en AS course_name_en, c.credits AS course_credits,
         m.id AS module, m.code AS module_code, m.name AS module_name, m.name_en AS module_name_en, m.credits AS module_credits,
         ci.term, d.scale_version, d.grade, d.examined_on, sg.passed,
         ROW_NUMBER() OVER (PARTITION BY r.institution, ci.course, r.module ORDER BY sg.passed DESC, d.grade DESC, d.examined_on, r.id) AS place,
         MAX(r.module IS NOT NULL AND sg.passed) OVER (PARTITION BY r.institution, ci.course) AS modules
  FROM result r
  JOIN result_decision d ON d.result = r.id AND d.number = (SELECT MAX(y.number) FROM result_decision y WHERE y.result = r.id)
  JOIN scale_grade sg ON sg.scale_version = d.scale_version AND sg.position = d.grade
  JOIN course_instance ci ON ci.id = r.course_instance
  JOIN course c ON c.id = ci.course
  LEFT JOIN module m ON m.id = r.module
  LEFT JOIN exam_session s ON s.id = r.exam_session
  LEFT JOIN exam e ON e.exam_session = r.exam_session
  WHERE r.person = :student AND r.state = 'attested'
    AND (:student = :viewer OR r.registration IS NOT NULL OR s.anonymous = 0 OR e.id IS NULL OR e.state = 'confirmed')
) x
