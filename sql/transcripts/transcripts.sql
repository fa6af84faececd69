-- The transcripts that were given out: a student's own, those of an exam planner's institution.
-- list: transcripts/transcript
-- columns: name, institution, made_at, results, code, transcript_state
-- sort: -made_at t.made_at, t.id; name t.name {collate}, t.id
SELECT t.id, t.name, t.institution_name AS institution, t.made_at, (SELECT COUNT(*) FROM transcript_result tr WHERE tr.transcript = t.id) AS results,
       {{transcript_code}} AS code, {{transcript_state}} AS transcript_state, IF(t.person = :viewer, 1, NULL) AS own, IF(t.made_by = t.person, 1, NULL) AS by_student
FROM transcript t
JOIN person p ON p.id = t.person
WHERE {{transcripts_choice}}
-- total:
SELECT COUNT(*) FROM transcript t JOIN person p ON p.id = t.person WHERE {{transcripts_choice}}
