-- To whose results it holds, unless they did it themselves.
-- step: recipients
SELECT t.person FROM event e JOIN transcript t ON t.id = e.thing_id WHERE e.id = :event AND t.person <> :viewer

-- one: transcript
SELECT t.id, t.institution_name AS institution, t.made_at, t.withdrawn_at,
       (SELECT COUNT(*) FROM transcript_result tr WHERE tr.transcript = t.id) AS results
FROM transcript t WHERE t.id = :thing_id
