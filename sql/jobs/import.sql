-- What every import does (fcgi/jobs/import*.c). How a kind of import differs is in import_<kind>.sql, as steps named
-- <phase>_<mode>_<what>, run in their order:
--   lock    what must not change until the end
--   match   what each row means and would do: sets import_row.thing_id and writes notes (faults from number 1000, changes);
--           run again before importing, when rows already say what they were found to be
--   apply   does it, and leaves the events that the pages' actions would have left
--   hinder  notes why a row cannot be undone
--   undo    the same backwards
-- modes: all (once), row (for rows :from_row to :to_row at a time), until (again until it changes nothing), depth (the steps
-- that follow each other, for each :depth of a tree; what is undone from the deepest up).
-- Everywhere: :import :institution :site :activity :exam :invite :file_name :request :viewer :lang :today :now.

-- step: import
SELECT x.id, x.kind, x.institution, x.site, x.activity, x.exam, x.person, x.file_name, x.file_bytes, x.invite, x.state, x.head_row, x.matched,
  x.rows_new, x.rows_changed, x.rows_unchanged, x.rows_faulty, x.seen, MD5(CONCAT('import ', x.id)) AS request,
  {{import_thing}}
FROM import x WHERE x.id = :import

-- step: lock
SELECT x.id, x.kind, x.institution, x.site, x.activity, x.exam, x.person, x.file_name, x.file_bytes, x.invite, x.state, x.head_row, x.matched,
  x.rows_new, x.rows_changed, x.rows_unchanged, x.rows_faulty, x.seen, {{import_thing}}
FROM import x WHERE x.id = :import FOR UPDATE

-- step: may
-- Whoever asked may have lost the place meanwhile, or the account.
SELECT g.id FROM import x JOIN person_grant g ON {{granted}} AND {{import_held}}
JOIN account a ON a.person = g.person AND a.closed = 0
WHERE x.id = :import LIMIT 1

-- step: begin
UPDATE import SET state = 'new', error = NULL, error_row = NULL, error_column = NULL, rows_total = 0, rows_new = 0, rows_changed = 0,
  rows_unchanged = 0, rows_faulty = 0
WHERE id = :import AND state IN ('new', 'unreadable', 'checked')

-- step: fields
SELECT name, required, form, form_field FROM import_field WHERE kind = (SELECT x.kind FROM import x WHERE x.id = :import)
ORDER BY number

-- step: requirements
SELECT id, code, name_nb, name_nn, name_sv, name_en FROM requirement ORDER BY id

-- step: municipalities
SELECT CAST(number AS UNSIGNED) AS id, name AS code, NULL AS name_nb, NULL AS name_nn, NULL AS name_sv, NULL AS name_en
FROM municipality ORDER BY number

-- step: file
SELECT bytes FROM import_file WHERE import = :import ORDER BY number

-- step: unreadable
UPDATE import SET state = 'unreadable', error = :error, error_row = :error_row, error_column = :error_column, version = version + 1
WHERE id = :import AND state = 'new'

-- step: matching
-- The file can be read; somebody must say what its columns are.
UPDATE import SET state = 'new' WHERE id = :import AND state = 'unreadable'

-- step: found
UPDATE import SET head_row = :head_row, file_format = :file_format WHERE id = :import

-- step: columns_clear
DELETE FROM import_column WHERE import = :import

-- step: column
INSERT INTO import_column (import, number, head, samples, field, requirement)
VALUES (:import, :number, :head, :samples, :field, :requirement)

-- step: columns
SELECT number, head, field, requirement FROM import_column WHERE import = :import ORDER BY number

-- step: rows_clear
DELETE FROM import_row WHERE import = :import LIMIT 1000

-- step: row
INSERT INTO import_row (import, number, given_name, family_name, email, phone, language, role, unit, valid_from, valid_to,
  programme, cohort, name, name_en, parent, address, municipality, closed_on, code, course, starts, ends, site, reference, note,
  class, car, points, grade, comment)
VALUES (:import, :number, :given_name, :family_name, :email, :phone, :language, :role, :unit, :valid_from, :valid_to,
  :programme, :cohort, :name, :name_en, :parent, :address, :municipality, :closed_on, :code, :course, :starts, :ends, :site,
  :reference, :note, :class, :car, :points, :grade, :comment)

-- step: row_requirement
INSERT INTO import_row_requirement (import, line, requirement, covered) VALUES (:import, :number, :requirement, :covered)
ON DUPLICATE KEY UPDATE covered = GREATEST(covered, VALUES(covered))

-- step: fault
INSERT INTO import_note (import, line, number, kind, field, error, subject, subject_id, new_value)
VALUES (:import, :number, :note, 'fault', :field, :error, :subject, :limit, :value)

-- step: forget
-- What an earlier matching found; what is wrong with the cells themselves stays.
DELETE FROM import_note WHERE import = :import AND line BETWEEN :from_row AND :to_row AND (kind = 'change' OR (kind = 'fault' AND number >= 1000))

-- step: outcomes
UPDATE import_row r
SET r.outcome = CASE
  WHEN EXISTS (SELECT 1 FROM import_note n WHERE n.import = r.import AND n.line = r.number AND n.kind = 'fault') THEN 'faulty'
  WHEN r.thing_id IS NULL OR (r.email IS NOT NULL AND r.known = 0) THEN 'new'
  WHEN r.grant_new = 1 OR r.student_new = 1
    OR EXISTS (SELECT 1 FROM import_note n WHERE n.import = r.import AND n.line = r.number AND n.kind = 'change') THEN 'changed'
  ELSE 'unchanged' END
WHERE {{import_rows}}

-- step: counts
SELECT COUNT(*) AS `rows`, COALESCE(MAX(number), 0) AS last_row, COALESCE(SUM(outcome = 'new'), 0) AS rows_new,
  COALESCE(SUM(outcome = 'changed'), 0) AS rows_changed, COALESCE(SUM(outcome = 'unchanged'), 0) AS rows_unchanged,
  COALESCE(SUM(outcome = 'faulty'), 0) AS rows_faulty
FROM import_row WHERE import = :import

-- step: seen
-- What every row would do, as one number.
SELECT COALESCE((SELECT SUM(CRC32(CONCAT_WS('|', number, outcome))) FROM import_row WHERE import = :import), 0)
  + COALESCE((SELECT SUM(CRC32(CONCAT_WS('|', line, kind, number, field, COALESCE(old_value, '-'), new_value)))
              FROM import_note WHERE import = :import AND kind <> 'hindrance'), 0) AS seen

-- step: windows
-- The file's rows, some hundreds at a time.
SELECT MIN(w.number) AS first, MAX(w.number) AS last
FROM (SELECT r.number, (ROW_NUMBER() OVER (ORDER BY r.number) - 1) DIV 500 AS part FROM import_row r WHERE r.import = :import) w
GROUP BY w.part ORDER BY w.part

-- step: to_tell
-- Who has an account is told of the new role.
SELECT e.id AS event, r.grant_id FROM import_row r
JOIN account a ON a.person = r.thing_id AND a.closed = 0
JOIN event e ON e.thing = 'grant' AND e.thing_id = r.grant_id AND e.thing_version = r.grant_version AND e.request = :request
WHERE r.import = :import AND r.grant_new = 1 ORDER BY r.number

-- step: depths
SELECT COALESCE(MAX(depth), 0) AS deepest FROM import_row WHERE import = :import

-- step: checked
UPDATE import x
JOIN (SELECT COUNT(*) AS total, COALESCE(SUM(outcome = 'new'), 0) AS new, COALESCE(SUM(outcome = 'changed'), 0) AS changed,
             COALESCE(SUM(outcome = 'unchanged'), 0) AS unchanged, COALESCE(SUM(outcome = 'faulty'), 0) AS faulty
      FROM import_row WHERE import = :import) c
SET x.state = 'checked', x.matched = 1, x.error = NULL, x.error_row = NULL, x.error_column = NULL, x.seen = :seen, x.rows_total = c.total, x.rows_new = c.new,
  x.rows_changed = c.changed, x.rows_unchanged = c.unchanged, x.rows_faulty = c.faulty, x.checked_at = UTC_TIMESTAMP(),
  x.version = x.version + 1
WHERE x.id = :import AND x.state IN ('new', 'checked')

-- step: applied
UPDATE import SET state = 'applied', applied_at = UTC_TIMESTAMP(), version = version + 1 WHERE id = :import

-- step: to_invite
-- Once each, who has neither an account nor an invitation that is still good.
SELECT DISTINCT COALESCE(r.person_id, r.thing_id) AS person FROM import_row r
WHERE r.import = :import AND r.outcome IN ('new', 'changed')
  AND NOT EXISTS (SELECT 1 FROM account a WHERE a.person = COALESCE(r.person_id, r.thing_id))
  AND NOT EXISTS (SELECT 1 FROM account_link l
                  WHERE l.person = COALESCE(r.person_id, r.thing_id) AND l.purpose = 'invitation' AND l.ended IS NULL AND l.expires_at > UTC_TIMESTAMP())
ORDER BY r.number

-- step: to_follow
SELECT thing_id FROM import_row WHERE import = :import AND outcome = 'changed' ORDER BY number

-- step: hindrances_clear
DELETE FROM import_note WHERE import = :import AND kind = 'hindrance'

-- step: hindrances
SELECT 1 AS hindered FROM import_note WHERE import = :import AND kind = 'hindrance' LIMIT 1

-- step: undone
UPDATE import SET state = 'undone', undone_at = UTC_TIMESTAMP(), version = version + 1 WHERE id = :import
