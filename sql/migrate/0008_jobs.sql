-- Long work, done by `praktikum jobs` beside the requests, and imports, the first of it.
-- A job's row is written in short transactions of its own, so that a page sees how far it is; what the work itself changes,
-- and that it was changed, is one transaction of the work.

CREATE TABLE job (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,  -- what runs it: fcgi/jobs/work.c
  thing VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL, -- what it is about
  thing_id INT UNSIGNED NOT NULL,
  person INT UNSIGNED NULL, -- who asked for it: it acts with their rights; NULL: the system itself
  lang CHAR(2) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL DEFAULT 'nb',
  state ENUM('waiting','running','done','failed','cancelled') NOT NULL DEFAULT 'waiting',
  progress INT UNSIGNED NOT NULL DEFAULT 0,
  total INT UNSIGNED NULL, -- NULL: not known yet
  claim BINARY(16) NULL,   -- of the process that runs it; who does not have it any more writes nothing
  heartbeat_at DATETIME NULL,
  attempts SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  next_at DATETIME NOT NULL,
  error VARCHAR(500) NULL, -- a label's key without "error.", or words for the log's readers
  cancel_wanted TINYINT UNSIGNED NOT NULL DEFAULT 0,
  created_at DATETIME NOT NULL,
  started_at DATETIME NULL,
  finished_at DATETIME NULL,
  KEY job_due (state, next_at, id),
  KEY job_thing (thing, thing_id, id),
  KEY job_person (person),
  CONSTRAINT job_person FOREIGN KEY (person) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- What a column of a file may be, a kind of import. form and form_field: the definition its values are held to
-- (xslt/forms/); empty: the import's own reading. Labels: import_field.<kind>.<name>.
CREATE TABLE import_field (
  kind VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  name VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  number SMALLINT UNSIGNED NOT NULL,
  required TINYINT UNSIGNED NOT NULL,
  form VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  form_field VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  PRIMARY KEY (kind, name),
  UNIQUE KEY import_field_number (kind, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

INSERT INTO import_field (kind, number, name, required, form, form_field) VALUES
  ('units', 1, 'name', 1, 'unit', 'name'),
  ('units', 2, 'parent', 0, NULL, NULL),
  ('units', 3, 'address', 0, 'unit', 'address'),
  ('units', 4, 'municipality', 0, NULL, NULL),
  ('units', 5, 'closed_on', 0, 'unit', 'closed_on'),
  ('units', 6, 'requirements', 0, NULL, NULL),
  ('people', 1, 'given_name', 1, 'person', 'given_name'),
  ('people', 2, 'family_name', 1, 'person', 'family_name'),
  ('people', 3, 'email', 1, 'person', 'email'),
  ('people', 4, 'phone', 0, 'person', 'phone'),
  ('people', 5, 'language', 0, 'person', 'language'),
  ('people', 6, 'role', 1, 'grant', 'role'),
  ('people', 7, 'unit', 0, NULL, NULL),
  ('people', 8, 'valid_from', 0, 'grant', 'valid_from'),
  ('people', 9, 'valid_to', 0, 'grant', 'valid_to'),
  ('people', 10, 'programme', 0, NULL, NULL),
  ('people', 11, 'cohort', 0, NULL, NULL),
  ('programmes', 1, 'code', 1, 'programme_new', 'code'),
  ('programmes', 2, 'name', 1, 'programme_new', 'name'),
  ('programmes', 3, 'name_en', 0, 'programme_new', 'name_en'),
  ('instances', 1, 'course', 1, NULL, NULL),
  ('instances', 2, 'code', 1, 'instance', 'code'),
  ('instances', 3, 'starts', 1, 'instance', 'starts'),
  ('instances', 4, 'ends', 1, 'instance', 'ends'),
  ('agreements', 1, 'site', 1, NULL, NULL),
  ('agreements', 2, 'reference', 0, 'agreement_new', 'reference'),
  ('agreements', 3, 'valid_from', 1, 'agreement_new', 'valid_from'),
  ('agreements', 4, 'valid_to', 0, 'agreement_new', 'valid_to'),
  ('agreements', 5, 'note', 0, 'agreement_new', 'note');

CREATE TABLE import (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  kind VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  institution INT UNSIGNED NULL, -- where what it brings belongs: one of the two
  site INT UNSIGNED NULL,
  person INT UNSIGNED NOT NULL,
  file_name VARCHAR(200) NOT NULL,
  file_bytes INT UNSIGNED NOT NULL,
  file_format VARCHAR(40) NULL, -- as it was recognised: CSV, UTF-8, ;
  invite TINYINT UNSIGNED NOT NULL DEFAULT 0, -- people without an account are sent an invitation
  -- new: not read yet. unreadable: the file itself (error, with the row where it stopped). checked: dry run done.
  state ENUM('new','unreadable','checked','applied','undone') NOT NULL DEFAULT 'new',
  error VARCHAR(40) NULL,
  error_row INT UNSIGNED NULL,
  error_column INT UNSIGNED NULL,
  head_row INT UNSIGNED NOT NULL DEFAULT 1, -- the row of the heads
  matched TINYINT UNSIGNED NOT NULL DEFAULT 0, -- the columns are as somebody, or the first reading, set them
  rows_total INT UNSIGNED NOT NULL DEFAULT 0,
  rows_new INT UNSIGNED NOT NULL DEFAULT 0,
  rows_changed INT UNSIGNED NOT NULL DEFAULT 0,
  rows_unchanged INT UNSIGNED NOT NULL DEFAULT 0,
  rows_faulty INT UNSIGNED NOT NULL DEFAULT 0,
  seen BIGINT UNSIGNED NOT NULL DEFAULT 0, -- a sum over what the rows would do: importing does just that
  created_at DATETIME NOT NULL,
  checked_at DATETIME NULL,
  applied_at DATETIME NULL,
  undone_at DATETIME NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  KEY import_institution (institution, id),
  KEY import_site (site, id),
  KEY import_person (person),
  CONSTRAINT import_institution FOREIGN KEY (institution) REFERENCES institution (id),
  CONSTRAINT import_site FOREIGN KEY (site) REFERENCES site (id),
  CONSTRAINT import_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT import_kind CHECK (kind IN ('units','people','programmes','instances','agreements')),
  CONSTRAINT import_place CHECK ((institution IS NULL) <> (site IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- The file as it came, in pieces that fit a packet.
CREATE TABLE import_file (
  import INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL,
  bytes MEDIUMBLOB NOT NULL,
  PRIMARY KEY (import, number),
  CONSTRAINT import_file_import FOREIGN KEY (import) REFERENCES import (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- Its columns, and what each is taken for. field NULL: left out. requirement: the column says of each unit whether it
-- covers that one.
CREATE TABLE import_column (
  import INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL, -- from 1
  head VARCHAR(200) NOT NULL,
  samples VARCHAR(400) NOT NULL DEFAULT '',
  field VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  requirement INT UNSIGNED NULL,
  PRIMARY KEY (import, number),
  KEY import_column_requirement (requirement),
  CONSTRAINT import_column_import FOREIGN KEY (import) REFERENCES import (id) ON DELETE CASCADE,
  CONSTRAINT import_column_requirement FOREIGN KEY (requirement) REFERENCES requirement (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- Its rows, converted, and what became of them. What a row's kind has no column for stays NULL; so does an empty cell,
-- which leaves things as they are. The …_id are what words were found to mean.
CREATE TABLE import_row (
  import INT UNSIGNED NOT NULL,
  number INT UNSIGNED NOT NULL, -- as a spreadsheet counts, the head is among them
  outcome ENUM('waiting','new','changed','unchanged','faulty') NOT NULL DEFAULT 'waiting',
  title VARCHAR(500) NOT NULL DEFAULT '', -- what it is called in the list
  same VARCHAR(500) NULL,                 -- equal for rows that are about the same thing
  thing_id INT UNSIGNED NULL,             -- what it is or became
  thing_version INT UNSIGNED NULL,        -- as the import left it
  -- of people: the first row about somebody leads, and says who they are; known: whoever imports knows of them already, and
  -- may see what changes; managed: and may change it; person_new: the row makes them
  leads TINYINT UNSIGNED NOT NULL DEFAULT 0,
  known TINYINT UNSIGNED NOT NULL DEFAULT 0,
  managed TINYINT UNSIGNED NOT NULL DEFAULT 0,
  person_new TINYINT UNSIGNED NOT NULL DEFAULT 0,
  grant_id INT UNSIGNED NULL,
  grant_new TINYINT UNSIGNED NOT NULL DEFAULT 0,
  grant_version INT UNSIGNED NULL,
  student_new TINYINT UNSIGNED NOT NULL DEFAULT 0,
  parent_id INT UNSIGNED NULL,
  unit_id INT UNSIGNED NULL,
  site_id INT UNSIGNED NULL,
  course_id INT UNSIGNED NULL,
  programme_id INT UNSIGNED NULL,
  depth SMALLINT UNSIGNED NULL, -- of a unit's place in the tree, from 0
  path VARCHAR(500) NULL,
  given_name VARCHAR(80) NULL,
  family_name VARCHAR(80) NULL,
  email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  phone VARCHAR(40) NULL,
  language CHAR(2) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  role VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  unit VARCHAR(500) NULL,
  valid_from DATE NULL,
  valid_to DATE NULL,
  programme VARCHAR(200) NULL,
  cohort CHAR(6) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  name VARCHAR(160) NULL,
  name_en VARCHAR(160) NULL,
  parent VARCHAR(500) NULL,
  address VARCHAR(200) NULL,
  municipality CHAR(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  closed_on DATE NULL,
  code VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  course VARCHAR(200) NULL,
  starts DATE NULL,
  ends DATE NULL,
  site VARCHAR(200) NULL,
  reference VARCHAR(60) NULL,
  note VARCHAR(1000) NULL,
  PRIMARY KEY (import, number),
  KEY import_row_outcome (import, outcome, number),
  KEY import_row_same (import, same),
  KEY import_row_thing (thing_id, import),
  CONSTRAINT import_row_import FOREIGN KEY (import) REFERENCES import (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

CREATE TABLE import_row_requirement (
  import INT UNSIGNED NOT NULL,
  line INT UNSIGNED NOT NULL,
  requirement INT UNSIGNED NOT NULL,
  covered TINYINT UNSIGNED NOT NULL,
  PRIMARY KEY (import, line, requirement),
  KEY import_row_requirement_requirement (requirement),
  CONSTRAINT import_row_requirement_row FOREIGN KEY (import, line) REFERENCES import_row (import, number) ON DELETE CASCADE,
  CONSTRAINT import_row_requirement_requirement FOREIGN KEY (requirement) REFERENCES requirement (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- What there is to say of a row: why it cannot be imported, what it changes from and to, why it cannot be undone.
CREATE TABLE import_note (
  import INT UNSIGNED NOT NULL,
  line INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL,
  kind ENUM('fault','change','hindrance') NOT NULL,
  thing ENUM('thing','grant','student') NOT NULL DEFAULT 'thing', -- what a change is of
  field VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  error VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL, -- label error.<error>
  subject VARCHAR(160) NULL,
  subject_id INT UNSIGNED NULL, -- of the subject, or of the value before
  old_value VARCHAR(1000) NULL,
  new_value VARCHAR(1000) NULL, -- of a fault: what the cell holds
  PRIMARY KEY (import, line, kind, number),
  CONSTRAINT import_note_row FOREIGN KEY (import, line) REFERENCES import_row (import, number) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;
