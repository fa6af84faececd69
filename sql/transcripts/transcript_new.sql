-- Giving out a transcript of a student's results at one institution.

-- one: student
SELECT p.id, p.name, p.id = :viewer AS own FROM person p WHERE p.id = :student

-- many: institutions/institution
SELECT i.id, i.name, COUNT(*) AS results, SUM(v.passed) AS passed
FROM ({{transcript_rows}}) v JOIN institution i ON i.id = v.institution
WHERE {{transcript_seen}}
GROUP BY i.id, i.name ORDER BY i.name {collate}

-- maybe: prefill
SELECT v.institution FROM ({{transcript_rows}}) v WHERE {{transcript_seen}}
GROUP BY v.institution ORDER BY COUNT(*) DESC, v.institution LIMIT 1

-- Whose it is and where from, in the words of now; none where the viewer may give out nothing.
-- step: place
SELECT p.name, i.name AS institution_name, g.name AS programme, g.name_en AS programme_en
FROM person p
JOIN institution i ON i.id = :institution
LEFT JOIN student s ON s.person = p.id AND s.institution = i.id
LEFT JOIN programme g ON g.institution = s.institution AND g.id = s.programme
WHERE p.id = :student AND EXISTS (SELECT 1 FROM ({{transcript_rows}}) v WHERE v.institution = :institution AND {{transcript_seen}})

-- step: insert
INSERT INTO transcript (institution, person, code, made_at, made_by, name, institution_name, programme, programme_en)
VALUES (:institution, :student, :code, :now, :viewer, :name, :institution_name, :programme, :programme_en)

-- step: results
INSERT INTO transcript_result (transcript, number, result, decision, course_code, course_name, course_name_en, module_code, module_name, module_name_en, term, credits)
SELECT :transcript, ROW_NUMBER() OVER (ORDER BY v.term, v.examined_on, v.course_code, v.module_code, v.result), v.result, v.decision, v.course_code,
       v.course_name, v.course_name_en, v.module_code, v.module_name, v.module_name_en, v.term, v.credits
FROM ({{transcript_rows}}) v
WHERE v.institution = :institution AND {{transcript_seen}} AND (v.passed OR :failed = 1)
