-- one: agreement
SELECT a.id, i.name AS institution, s.name AS site
FROM agreement a JOIN institution i ON i.id = a.institution JOIN site s ON s.id = a.site
WHERE a.id = :agreement

-- maybe: prefill
SELECT reference, valid_from, valid_to, note, version FROM agreement WHERE id = :agreement

-- step: lock
SELECT 'agreement' AS thing, id, version, reference, valid_from, valid_to, note
FROM agreement WHERE id = :agreement FOR UPDATE

-- step: check
(SELECT 'valid_from' AS field, 'error.overlap' AS error
 FROM agreement here JOIN agreement a ON a.institution = here.institution AND a.site = here.site AND a.id <> here.id
 WHERE here.id = :agreement
   AND (:valid_to IS NULL OR a.valid_from <= :valid_to) AND (a.valid_to IS NULL OR a.valid_to >= :valid_from)
 LIMIT 1 FOR UPDATE)
UNION ALL SELECT 'valid_to', 'error.end_before_start' FROM DUAL WHERE :valid_to < :valid_from

-- step: update
UPDATE agreement SET reference = :reference, valid_from = :valid_from, valid_to = :valid_to, note = :note,
  version = version + 1
WHERE id = :agreement
