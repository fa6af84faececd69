-- Who attests: among the institution's examiners.
-- one: session
{{exam_session_head}}
WHERE s.id = :exam_session

-- `more`: there are more than are shown.
-- many: people/person
SELECT t.*, COUNT(*) OVER () > 500 AS more FROM ({{exam_examiners_offered}}) t JOIN person p ON p.id = t.id
ORDER BY p.sorted_{alphabet}, p.id LIMIT 500

-- many: prefill_each/entry
SELECT 'examiners' AS field, x.person AS `key`, '1' AS value FROM exam_examiner x WHERE x.exam_session = :exam_session

-- maybe: prefill
SELECT s.version FROM exam_session s WHERE s.id = :exam_session

-- step: lock
{{exam_session_lock}}

-- step: offered
SELECT t.id, t.real_name, EXISTS (SELECT 1 FROM exam_examiner x WHERE x.exam_session = :exam_session AND x.person = t.id) AS attests
FROM ({{exam_examiners_offered}}) t ORDER BY t.id

-- Results that somebody has to attest.
-- step: waiting
SELECT r.id FROM result r WHERE r.exam_session = :exam_session AND r.state = 'ready' LIMIT 1

-- step: insert
INSERT INTO exam_examiner (exam_session, person) VALUES (:exam_session, :person)

-- step: delete
DELETE FROM exam_examiner WHERE exam_session = :exam_session AND person = :person

-- step: touch
UPDATE exam_session SET version = version + 1 WHERE id = :exam_session
