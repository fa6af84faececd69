-- Units of a site. A unit is known by its path from the top; a parent may be written as its path, or as its name alone
-- where only one is called so, here or in the file.

-- step: lock_all_site
SELECT u.id FROM unit u WHERE u.site = :site FOR UPDATE

-- step: match_all_begin
UPDATE import_row r SET r.path = IF(r.parent IS NULL, r.name, NULL), r.depth = IF(r.parent IS NULL, 0, NULL),
  r.thing_id = NULL, r.parent_id = NULL, r.same = NULL
WHERE r.import = :import

-- step: match_until_placed
UPDATE import_row r
JOIN (SELECT t.path, t.depth FROM {{import_tree}} t
      UNION
      SELECT k.path, k.depth FROM import_row k WHERE k.import = :import AND k.path IS NOT NULL) k ON k.path = r.parent
SET r.path = LEFT(CONCAT(k.path, ' › ', r.name), 500), r.depth = k.depth + 1, r.parent = k.path
WHERE r.import = :import AND r.path IS NULL AND r.name IS NOT NULL

-- step: match_until_called
UPDATE import_row r
JOIN (SELECT a.name, MIN(a.path) AS path, MIN(a.depth) AS depth
      FROM (SELECT t.name, t.path, t.depth FROM {{import_tree}} t
            UNION
            SELECT k.name, k.path, k.depth FROM import_row k WHERE k.import = :import AND k.path IS NOT NULL) a
      GROUP BY a.name HAVING COUNT(DISTINCT a.path) = 1) k ON k.name = r.parent
SET r.path = LEFT(CONCAT(k.path, ' › ', r.name), 500), r.depth = k.depth + 1, r.parent = k.path
WHERE r.import = :import AND r.path IS NULL AND r.name IS NOT NULL

-- step: match_all_lost
INSERT INTO import_note (import, line, number, kind, field, error, new_value)
SELECT r.import, r.number, 1000, 'fault', 'parent', 'import_parent', r.parent
FROM import_row r WHERE r.import = :import AND r.path IS NULL AND r.name IS NOT NULL

-- step: match_all_found
UPDATE import_row r JOIN {{import_tree}} t ON t.path = r.path SET r.thing_id = t.id WHERE r.import = :import

-- step: match_all_parent
UPDATE import_row r JOIN {{import_tree}} t ON t.path = r.parent SET r.parent_id = t.id WHERE r.import = :import

-- step: match_row_title
UPDATE import_row r SET r.same = r.path, r.title = COALESCE(r.path, r.name, '') WHERE {{import_rows}}

-- step: match_all_twice
INSERT INTO import_note (import, line, number, kind, field, error, subject)
SELECT r.import, r.number, 1001, 'fault', 'name', 'import_twice', n.first FROM {{import_twice}}

-- step: match_row_changes
INSERT INTO import_note (import, line, number, kind, field, subject_id, old_value, new_value)
SELECT r.import, r.number, 1, 'change', 'address', NULL, u.address, r.address
FROM import_row r JOIN unit u ON u.id = r.thing_id
WHERE {{import_rows}} AND r.address IS NOT NULL AND NOT (BINARY r.address <=> BINARY u.address)
UNION ALL
SELECT r.import, r.number, 2, 'change', 'municipality', CAST(u.municipality AS UNSIGNED), o.name, m.name
FROM import_row r JOIN unit u ON u.id = r.thing_id
JOIN municipality m ON m.number = r.municipality
LEFT JOIN municipality o ON o.number = u.municipality
WHERE {{import_rows}} AND NOT (r.municipality <=> u.municipality)
UNION ALL
SELECT r.import, r.number, 3, 'change', 'closed_on', NULL, u.closed_on, r.closed_on
FROM import_row r JOIN unit u ON u.id = r.thing_id
WHERE {{import_rows}} AND r.closed_on IS NOT NULL AND NOT (r.closed_on <=> u.closed_on)

-- step: match_row_covers
INSERT INTO import_note (import, line, number, kind, field, subject, subject_id, old_value, new_value)
SELECT w.import, w.line, 100 + ROW_NUMBER() OVER (PARTITION BY w.line ORDER BY w.requirement), 'change', 'requirement',
  {{import_requirement_name}}, w.requirement, 1 - w.covered, w.covered
FROM import_row r
JOIN import_row_requirement w ON w.import = r.import AND w.line = r.number
JOIN requirement q ON q.id = w.requirement
LEFT JOIN unit_requirement ur ON ur.unit = r.thing_id AND ur.requirement = w.requirement
WHERE {{import_rows}} AND r.thing_id IS NOT NULL AND w.covered <> (ur.unit IS NOT NULL)

-- step: apply_depth_parent
UPDATE import_row r JOIN import_row p ON p.import = r.import AND p.same = r.parent
SET r.parent_id = p.thing_id
WHERE r.import = :import AND r.depth = :depth AND r.parent_id IS NULL

-- step: apply_depth_insert
INSERT INTO unit (site, parent, name, municipality, address, closed_on)
SELECT :site, r.parent_id, r.name, r.municipality, r.address, r.closed_on
FROM import_row r WHERE r.import = :import AND r.depth = :depth AND r.outcome = 'new' ORDER BY r.number

-- step: apply_depth_found
UPDATE import_row r JOIN unit u ON u.site = :site AND u.parent <=> r.parent_id AND u.name = r.name
SET r.thing_id = u.id, r.thing_version = u.version
WHERE r.import = :import AND r.depth = :depth AND r.outcome = 'new'

-- step: apply_row_cover
INSERT INTO unit_requirement (site, unit, requirement)
SELECT :site, r.thing_id, w.requirement
FROM import_row r
JOIN import_row_requirement w ON w.import = r.import AND w.line = r.number AND w.covered = 1
LEFT JOIN unit_requirement ur ON ur.unit = r.thing_id AND ur.requirement = w.requirement
WHERE {{import_rows}} AND r.outcome IN ('new', 'changed') AND ur.unit IS NULL

-- step: apply_row_uncover
DELETE ur FROM unit_requirement ur
JOIN import_row_requirement w ON w.requirement = ur.requirement AND w.covered = 0
JOIN import_row r ON r.import = w.import AND r.number = w.line AND r.thing_id = ur.unit
WHERE {{import_rows}} AND r.outcome = 'changed'

-- step: apply_row_update
UPDATE unit u JOIN import_row r ON r.thing_id = u.id
SET u.address = COALESCE(r.address, u.address), u.municipality = COALESCE(r.municipality, u.municipality),
  u.closed_on = COALESCE(r.closed_on, u.closed_on), u.version = u.version + 1
WHERE {{import_rows}} AND r.outcome = 'changed'

-- step: apply_row_version
UPDATE import_row r JOIN unit u ON u.id = r.thing_id SET r.thing_version = u.version
WHERE {{import_rows}} AND r.outcome = 'changed'

-- step: apply_row_event
{{import_events}}

-- step: apply_row_tell
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
{{import_event_changes}}

-- step: hinder_all_gone
INSERT INTO import_note (import, line, number, kind, error)
SELECT r.import, r.number, 1, 'hindrance', IF(u.id IS NULL, 'undo_gone', 'undo_changed')
FROM import_row r LEFT JOIN unit u ON u.id = r.thing_id
WHERE r.import = :import AND r.outcome IN ('new', 'changed') AND NOT (u.version <=> r.thing_version)

-- step: hinder_all_children
INSERT INTO import_note (import, line, number, kind, error, subject)
SELECT r.import, r.number, 2, 'hindrance', 'undo_has_units', MIN(c.name)
FROM import_row r
JOIN unit c ON c.site = :site AND c.parent = r.thing_id
LEFT JOIN import_row o ON o.import = r.import AND o.thing_id = c.id AND o.outcome = 'new'
WHERE r.import = :import AND r.outcome = 'new' AND o.number IS NULL
GROUP BY r.import, r.number

-- step: hinder_all_answers
INSERT INTO import_note (import, line, number, kind, error)
SELECT DISTINCT r.import, r.number, 3, 'hindrance', 'undo_has_answers'
FROM import_row r JOIN capacity c ON c.site = :site AND c.unit = r.thing_id
WHERE r.import = :import AND r.outcome = 'new'

-- step: hinder_all_people
INSERT INTO import_note (import, line, number, kind, error)
SELECT DISTINCT r.import, r.number, 4, 'hindrance', 'undo_has_people'
FROM import_row r JOIN person_grant g ON g.site = :site AND g.unit = r.thing_id
WHERE r.import = :import AND r.outcome = 'new'

-- step: undo_row_event
{{import_undo_events}}

-- step: undo_row_tell
INSERT INTO event_change (event, number, field, subject, old_value, new_value)
{{import_event_undone}}

-- step: undo_row_uncover
DELETE ur FROM unit_requirement ur JOIN import_row r ON r.thing_id = ur.unit
WHERE {{import_rows}} AND r.outcome = 'new'

-- step: undo_row_covered
DELETE ur FROM unit_requirement ur
JOIN import_note n ON n.subject_id = ur.requirement AND n.kind = 'change' AND n.field = 'requirement' AND n.old_value = '0'
JOIN import_row r ON r.import = n.import AND r.number = n.line AND r.thing_id = ur.unit
WHERE {{import_rows}} AND r.outcome = 'changed'

-- step: undo_row_uncovered
INSERT INTO unit_requirement (site, unit, requirement)
SELECT :site, r.thing_id, n.subject_id
FROM import_row r
JOIN import_note n ON n.import = r.import AND n.line = r.number AND n.kind = 'change' AND n.field = 'requirement' AND n.old_value = '1'
WHERE {{import_rows}} AND r.outcome = 'changed'

-- step: undo_row_restore
UPDATE unit u
JOIN import_row r ON r.thing_id = u.id
LEFT JOIN import_note a ON a.import = r.import AND a.line = r.number AND a.kind = 'change' AND a.field = 'address'
LEFT JOIN import_note m ON m.import = r.import AND m.line = r.number AND m.kind = 'change' AND m.field = 'municipality'
LEFT JOIN import_note c ON c.import = r.import AND c.line = r.number AND c.kind = 'change' AND c.field = 'closed_on'
SET u.address = IF(a.number IS NULL, u.address, a.old_value),
  u.municipality = IF(m.number IS NULL, u.municipality, LPAD(m.subject_id, 4, '0')),
  u.closed_on = IF(c.number IS NULL, u.closed_on, c.old_value), u.version = u.version + 1
WHERE {{import_rows}} AND r.outcome = 'changed'

-- step: undo_depth_remove
DELETE u FROM unit u JOIN import_row r ON r.thing_id = u.id
WHERE r.import = :import AND r.outcome = 'new' AND r.depth = :depth

-- step: undo_row_forgive
{{import_forgive}}
WHERE {{import_rows}} AND r.outcome = 'changed'
