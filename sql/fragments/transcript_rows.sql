-- Everything of :student that is attested, by the decision that counts, and the credits each has earned: a course or module counts
-- once, by the best of its results, and a course not at all where a module of it is passed, whose credits are part of its own.
-- named: staff may be told whose it is.
SELECT r.id AS result, r.institution, d.number AS decision, c.id AS course, c.code AS course_code, c.name AS course_name, c.name_en AS course_name_en,
       m.id AS module, m.code AS module_code, m.name AS module_name, m.name_en AS module_name_en, ci.term, d.scale_version, d.grade, d.examined_on, sg.passed,
       r.registration IS NOT NULL OR s.anonymous = 0 OR e.id IS NULL OR e.state = 'confirmed' AS named,
       IF(sg.passed AND ROW_NUMBER() OVER (PARTITION BY r.institution, ci.course, r.module ORDER BY sg.passed DESC, d.grade DESC, d.examined_on, r.id) = 1
            AND (r.module IS NOT NULL OR MAX(r.module IS NOT NULL AND sg.passed) OVER (PARTITION BY r.institution, ci.course) = 0),
          COALESCE(m.credits, c.credits), NULL) AS credits
FROM result r
JOIN result_decision d ON d.result = r.id AND d.number = (SELECT MAX(y.number) FROM result_decision y WHERE y.result = r.id)
JOIN scale_grade sg ON sg.scale_version = d.scale_version AND sg.position = d.grade
JOIN course_instance ci ON ci.id = r.course_instance
JOIN course c ON c.id = ci.course
LEFT JOIN module m ON m.id = r.module
LEFT JOIN exam_session s ON s.id = r.exam_session
LEFT JOIN exam e ON e.exam_session = r.exam_session
WHERE r.person = :student AND r.state = 'attested'
