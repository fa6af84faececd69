-- Whoever holds a transcript reads here whether it says what was attested. A wrong code and none look alike but for the words.

-- one: asked
SELECT IF(:code IS NULL, 0, 1) AS asked, :code AS code

-- A name only while nobody protects the person; of what was withdrawn only that.
-- maybe: transcript
SELECT IF(t.withdrawn_at IS NULL AND p.protected = 0, t.name, NULL) AS name, t.institution_name AS institution,
       IF(t.withdrawn_at IS NULL, IF(:lang = 'en', COALESCE(t.programme_en, t.programme), t.programme), NULL) AS programme,
       t.made_at, {{transcript_code}} AS code, {{transcript_state}} AS transcript_state, t.withdrawn_at, IF(t.made_by = t.person, 1, NULL) AS by_student,
       IF(t.withdrawn_at IS NULL, (SELECT SUM(tr.credits) FROM transcript_result tr WHERE tr.transcript = t.id), NULL) AS credits
FROM transcript t
JOIN person p ON p.id = t.person
WHERE t.code = {{transcript_typed}}

-- many: results/result
{{transcript_results}}
WHERE t.code = {{transcript_typed}} AND t.withdrawn_at IS NULL ORDER BY tr.number
