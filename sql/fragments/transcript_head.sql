-- A transcript t of person p.
SELECT t.id, t.person AS student, t.name, t.institution_name AS institution, IF(:lang = 'en', COALESCE(t.programme_en, t.programme), t.programme) AS programme,
       t.made_at, {{transcript_code}} AS code, {{transcript_state}} AS transcript_state, t.withdrawn_at, t.person = :viewer AS own,
       IF(t.made_by = t.person, 1, NULL) AS by_student, t.version,
       (SELECT SUM(tr.credits) FROM transcript_result tr WHERE tr.transcript = t.id) AS credits
FROM transcript t
JOIN person p ON p.id = t.person
