-- Agreements of an institution, known by the site and the day they begin. Periods of one pair may not overlap, as they will
-- be when all rows are in: what a row ends makes room for what another begins.

-- step: lock_all_agreements
SELECT a.id FROM agreement a WHERE a.institution = :institution FOR UPDATE

-- step: match_row_found
UPDATE import_row r
LEFT JOIN site s ON s.name = r.site
LEFT JOIN agreement a ON a.institution = :institution AND a.site = s.id AND a.valid_from = r.valid_from
SET r.site_id = s.id, r.thing_id = a.id, r.same = MD5(CONCAT(s.id, ' ', r.valid_from)), r.title = COALESCE(s.name, r.site, '')
WHERE {{import_rows}}

-- step: match_all_twice
INSERT INTO import_note (import, line, number, kind, field, error, subject)
SELECT r.import, r.number, 1001, 'fault', 'site', 'import_twice', n.first FROM {{import_twice}}

-- step: match_row_site
INSERT INTO import_note (import, line, number, kind, field, error, new_value)
SELECT r.import, r.number, 1002, 'fault', 'site', 'unknown_site', r.site
FROM import_row r WHERE {{import_rows}} AND r.site IS NOT NULL AND r.site_id IS NULL
UNION ALL
SELECT r.import, r.number, 1003, 'fault', 'valid_to', 'end_before_start', r.valid_to
FROM import_row r WHERE {{import_rows}} AND r.valid_to < r.valid_from

-- step: match_row_overlap
INSERT INTO import_note (import, line, number, kind, field, error, new_value)
SELECT DISTINCT r.import, r.number, 1004, 'fault', 'valid_from', 'overlap', r.valid_from
FROM import_row r
LEFT JOIN agreement f ON f.id = r.thing_id
JOIN agreement a ON a.institution = :institution AND a.site = r.site_id AND NOT (a.id <=> r.thing_id)
  AND a.valid_from <= COALESCE(r.valid_to, f.valid_to, '9999-12-31') AND COALESCE(a.valid_to, '9999-12-31') >= r.valid_from
LEFT JOIN import_row o ON o.import = r.import AND o.thing_id = a.id
WHERE {{import_rows}} AND o.number IS NULL

-- step: match_all_crowded
INSERT INTO import_note (import, line, number, kind, field, error, new_value)
SELECT :import, o.number, 1005, 'fault', 'valid_from', 'overlap', o.valid_from
FROM (SELECT r.number, r.valid_from, MAX(COALESCE(r.valid_to, f.valid_to, '9999-12-31'))
        OVER (PARTITION BY r.site_id ORDER BY r.valid_from, r.number ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before_to
      FROM import_row r LEFT JOIN agreement f ON f.id = r.thing_id
      WHERE r.import = :import AND r.site_id IS NOT NULL AND r.valid_from IS NOT NULL) o
WHERE o.before_to >= o.valid_from

-- step: match_row_changes
INSERT INTO import_note (import, line, number, kind, field, old_value, new_value)
SELECT r.import, r.number, 1, 'change', 'reference', a.reference, r.reference
FROM import_row r JOIN agreement a ON a.id = r.thing_id
WHERE {{import_rows}} AND r.reference IS NOT NULL AND NOT (BINARY r.reference <=> BINARY a.reference)
UNION ALL
SELECT r.import, r.number, 2, 'change', 'valid_to', a.valid_to, r.valid_to
FROM import_row r JOIN agreement a ON a.id = r.thing_id
WHERE {{import_rows}} AND r.valid_to IS NOT NULL AND NOT (r.valid_to <=> a.valid_to)
UNION ALL
SELECT r.import, r.number, 3, 'change', 'note', a.note, r.note
FROM import_row r JOIN agreement a ON a.id = r.thing_id
WHERE {{import_rows}} AND r.note IS NOT NULL AND NOT (BINARY r.note <=> BINARY a.note)

-- step: apply_row_insert
INSERT INTO agreement (institution, site, reference, valid_from, valid_to, note)
SELECT :institution, r.site_id, r.reference, r.valid_from, r.valid_to, r.note
FROM import_row r WHERE {{import_rows}} AND r.outcome = 'new' ORDER BY r.number

-- step: apply_row_update
UPDATE agreement a JOIN import_row r ON r.thing_id = a.id
SET a.reference = COALESCE(r.reference, a.reference), a.valid_to = COALESCE(r.valid_to, a.valid_to),
  a.note = COALESCE(r.note, a.note), a.version = a.version + 1
WHERE {{import_rows}} AND r.outcome = 'changed'

-- step: apply_row_version
UPDATE import_row r
JOIN agreement a ON a.institution = :institution AND a.site = r.site_id AND a.valid_from = r.valid_from
SET r.thing_id = a.id, r.thing_version = a.version
WHERE {{import_rows}} AND r.outcome IN ('new', 'changed')

-- step: apply_row_event
{{import_events}}

-- step: apply_row_tell
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
{{import_event_changes}}

-- step: hinder_row_gone
INSERT INTO import_note (import, line, number, kind, error)
SELECT r.import, r.number, 1, 'hindrance', IF(a.id IS NULL, 'undo_gone', 'undo_changed')
FROM import_row r LEFT JOIN agreement a ON a.id = r.thing_id
WHERE {{import_rows}} AND r.outcome IN ('new', 'changed') AND NOT (a.version <=> r.thing_version)

-- step: hinder_row_orders
INSERT INTO import_note (import, line, number, kind, error)
SELECT DISTINCT r.import, r.number, 2, 'hindrance', 'undo_has_orders'
FROM import_row r
JOIN import x ON x.id = r.import
JOIN placement_order o ON o.site = r.site_id AND o.institution = :institution AND o.sent_at >= x.applied_at
WHERE {{import_rows}} AND r.outcome = 'new'

-- step: hinder_row_overlap
-- The day it ended before has since been given to another.
INSERT INTO import_note (import, line, number, kind, error)
SELECT DISTINCT r.import, r.number, 3, 'hindrance', 'undo_overlaps'
FROM import_row r
JOIN import_note t ON t.import = r.import AND t.line = r.number AND t.kind = 'change' AND t.field = 'valid_to'
JOIN agreement a ON a.institution = :institution AND a.site = r.site_id AND a.id <> r.thing_id
  AND a.valid_from > r.valid_from AND a.valid_from <= COALESCE(t.old_value, '9999-12-31')
LEFT JOIN import_row o ON o.import = r.import AND o.thing_id = a.id AND o.outcome = 'new'
WHERE {{import_rows}} AND r.outcome = 'changed' AND o.number IS NULL

-- step: undo_row_event
{{import_undo_events}}

-- step: undo_row_tell
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
{{import_event_undone}}

-- step: undo_row_remove
DELETE a FROM agreement a JOIN import_row r ON r.thing_id = a.id
WHERE {{import_rows}} AND r.outcome = 'new'

-- step: undo_row_restore
UPDATE agreement a
JOIN import_row r ON r.thing_id = a.id
LEFT JOIN import_note f ON f.import = r.import AND f.line = r.number AND f.kind = 'change' AND f.field = 'reference'
LEFT JOIN import_note t ON t.import = r.import AND t.line = r.number AND t.kind = 'change' AND t.field = 'valid_to'
LEFT JOIN import_note n ON n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.field = 'note'
SET a.reference = IF(f.number IS NULL, a.reference, f.old_value), a.valid_to = IF(t.number IS NULL, a.valid_to, t.old_value),
  a.note = IF(n.number IS NULL, a.note, n.old_value), a.version = a.version + 1
WHERE {{import_rows}} AND r.outcome = 'changed'

-- step: undo_row_forgive
{{import_forgive}}
WHERE {{import_rows}} AND r.outcome = 'changed'
