-- Of whom a transcript can be given out: students with an attested result at an institution whose exams the viewer plans.
-- list: students/student
-- columns: name, institution, programme, results
-- sort: name p.sorted_{alphabet}, p.id; -results v.results, p.id
SELECT p.id, p.name, i.name AS institution, IF(:lang = 'en', COALESCE(g.name_en, g.name), g.name) AS programme, v.results
FROM (SELECT r.person, r.institution, COUNT(*) AS results FROM result r
      WHERE r.state = 'attested' AND r.institution IN ({{viewer_plans_exams}}) GROUP BY r.person, r.institution) v
JOIN person p ON p.id = v.person AND p.protected = 0
JOIN institution i ON i.id = v.institution
LEFT JOIN student s ON s.person = p.id AND s.institution = v.institution
LEFT JOIN programme g ON g.id = s.programme
WHERE TRUE {if q} AND (p.name LIKE CONCAT('%', :q, '%') OR p.email LIKE CONCAT(:q, '%')) {end}
