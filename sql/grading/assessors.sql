-- one: exam
{{exam_head}}
WHERE x.id = :exam

-- many: committees/committee
{{exam_committees}}

-- many: assessors/assessor
{{exam_assessors}}

-- Who has the role and is not one of them; not who sits the exam, nor who has looked up whose a code is. `more`: there are more than are
-- shown.
-- many: people/person
SELECT p.id, p.name, COUNT(*) OVER () > 100 AS more FROM exam x
JOIN person_grant g ON g.institution = x.institution AND g.role = 'assessor' AND g.activity IS NULL
  AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today)
JOIN person p ON p.id = g.person
WHERE x.id = :exam AND NOT EXISTS (SELECT 1 FROM exam_assessor a WHERE a.exam = x.id AND a.person = p.id)
  AND {{exam_impartial}}
  {if q} AND p.name LIKE CONCAT('%', :q, '%') {end}
GROUP BY p.id
ORDER BY p.sorted_{alphabet}, p.id LIMIT 100

-- maybe: search
SELECT :q AS q FROM (SELECT 1) one WHERE :q IS NOT NULL

-- maybe: prefill
SELECT x.version, (SELECT MIN(c.number) FROM exam_committee c WHERE c.exam = x.id) AS `to` FROM exam x WHERE x.id = :exam

-- step: lock
{{exam_lock}}

-- step: named
SELECT COALESCE(GROUP_CONCAT(CONCAT(p.name, ' (', c.name, ')') ORDER BY p.name, p.id SEPARATOR ', '), '') AS names
FROM exam_assessor a
JOIN person p ON p.id = a.person
JOIN exam_committee c ON c.exam = a.exam AND c.number = a.committee
WHERE a.exam = :exam

-- step: remove
DELETE FROM exam_assessor WHERE exam = :exam AND person = :person

-- step: insert
INSERT INTO exam_assessor (exam, committee, person)
SELECT x.id, c.number, p.id
FROM exam x
JOIN exam_committee c ON c.exam = x.id AND c.number = :number
JOIN person p ON p.id = :person
WHERE x.id = :exam
  AND EXISTS (SELECT 1 FROM person_grant g WHERE g.person = p.id AND g.institution = x.institution AND g.role = 'assessor'
                AND g.activity IS NULL AND g.valid_from <= :today AND (g.valid_to IS NULL OR g.valid_to >= :today))
  AND NOT EXISTS (SELECT 1 FROM exam_assessor a WHERE a.exam = x.id AND a.person = p.id)
  AND {{exam_impartial}}

-- step: touch
UPDATE exam SET edited_at = UTC_TIMESTAMP(), version = version + 1 WHERE id = :exam
