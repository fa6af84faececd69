-- From exam session to attested result, and the assessment of placement periods.
--
-- Who somebody is and what they are called in an exam live in separate tables: `candidate` knows the person, `exam_code` and all of
-- grading (`paper`, `mark`) know codes only, and `exam_identity` alone joins them. Statements of grading never read `candidate`
-- or `exam_identity` of an anonymous session. Codes have no number of their own, so no order of making can be read from them.

SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE person_grant
  MODIFY COLUMN role ENUM('system_administrator','placement_administrator','placement_adviser','institution_coordinator','lecturer','site_administrator','site_coordinator','supervisor','student','exam_planner','assessor','examiner') NOT NULL,
  DROP CONSTRAINT person_grant_place,
  ADD CONSTRAINT person_grant_place CHECK (
    (role = 'system_administrator' AND institution IS NULL AND site IS NULL)
    OR (role IN ('placement_administrator','placement_adviser','institution_coordinator','lecturer','student','exam_planner','assessor','examiner')
        AND institution IS NOT NULL AND site IS NULL)
    OR (role IN ('site_administrator','site_coordinator','supervisor') AND site IS NOT NULL AND institution IS NULL));

ALTER TABLE notice
  MODIFY COLUMN topic ENUM('orders','reminders','roles','imports','account','allocation','exams','assessments') NOT NULL;
ALTER TABLE notice_choice
  MODIFY COLUMN topic ENUM('orders','reminders','roles','imports','allocation','exams','assessments') NOT NULL;

ALTER TABLE search_word
  MODIFY COLUMN thing ENUM('activity','person','site','unit','exam_session') NOT NULL;

-- Deadlines are an institution's own.
SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE institution
  ADD COLUMN country ENUM('NO','SE') NOT NULL DEFAULT 'NO',              -- whose holidays are no working days
  ADD COLUMN results_days TINYINT UNSIGNED NOT NULL DEFAULT 15,          -- working days from an exam to its results
  ADD COLUMN resit_days SMALLINT UNSIGNED NOT NULL DEFAULT 14,           -- results at the latest so many days before the re-sit
  ADD COLUMN doubt_days SMALLINT UNSIGNED NOT NULL DEFAULT 21,           -- a warning of doubt at the latest so many days before the end
  ADD COLUMN doubt_short_days SMALLINT UNSIGNED NOT NULL DEFAULT 35;     -- a period of so many days or fewer: halfway

SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE course
  ADD COLUMN department VARCHAR(120) NULL, -- the unit of the institution that gives it
  ADD COLUMN attendance_percent TINYINT UNSIGNED NULL, -- of a placement period, at least; NULL: not asked for
  ADD CONSTRAINT course_attendance CHECK (attendance_percent IS NULL OR attendance_percent BETWEEN 1 AND 100);

SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE course_instance
  ADD COLUMN pace TINYINT UNSIGNED NULL, -- per cent of full time
  ADD COLUMN mode ENUM('campus','distance','mixed') NULL,
  ADD COLUMN place VARCHAR(80) NULL,
  ADD CONSTRAINT course_instance_pace CHECK (pace IS NULL OR pace BETWEEN 1 AND 200);

-- A grading scale. institution NULL: everybody's, kept by the system administrator. Its grades stand in versions: a new one is made
-- when they change, and whatever was made with an earlier one keeps that.
CREATE TABLE grading_scale (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NULL,
  name VARCHAR(80) NOT NULL,
  name_en VARCHAR(80) NULL,
  latest SMALLINT UNSIGNED NOT NULL DEFAULT 1, -- number of the version that new sessions get
  closed_on DATE NULL,                         -- no more to be chosen
  version INT UNSIGNED NOT NULL DEFAULT 1,
  KEY grading_scale_institution (institution),
  CONSTRAINT grading_scale_institution FOREIGN KEY (institution) REFERENCES institution (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

CREATE TABLE scale_version (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  grading_scale INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL,
  made_at DATETIME NOT NULL,
  UNIQUE KEY scale_version_number (grading_scale, number),
  CONSTRAINT scale_version_scale FOREIGN KEY (grading_scale) REFERENCES grading_scale (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

CREATE TABLE scale_grade (
  scale_version INT UNSIGNED NOT NULL,
  position TINYINT UNSIGNED NOT NULL, -- 1: the lowest
  symbol VARCHAR(20) NOT NULL,        -- in bokmål; the others where they differ
  symbol_nn VARCHAR(20) NULL,
  symbol_sv VARCHAR(20) NULL,
  symbol_en VARCHAR(20) NULL,
  passed TINYINT UNSIGNED NOT NULL,
  PRIMARY KEY (scale_version, position),
  UNIQUE KEY scale_grade_symbol (scale_version, symbol),
  CONSTRAINT scale_grade_version FOREIGN KEY (scale_version) REFERENCES scale_version (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

INSERT INTO grading_scale (id, institution, name, name_en) VALUES
  (1, NULL, 'U/G', 'Fail/Pass (U/G)'), (2, NULL, 'U/G/VG', 'Fail/Pass/Distinction (U/G/VG)'), (3, NULL, 'A–F', 'A–F'), (4, NULL, 'Bestått/ikke bestått', 'Pass/fail');
INSERT INTO scale_version (id, grading_scale, number, made_at) VALUES
  (1, 1, 1, UTC_TIMESTAMP()), (2, 2, 1, UTC_TIMESTAMP()), (3, 3, 1, UTC_TIMESTAMP()), (4, 4, 1, UTC_TIMESTAMP());
INSERT INTO scale_grade (scale_version, position, symbol, symbol_nn, symbol_sv, symbol_en, passed) VALUES
  (1, 1, 'U', NULL, NULL, NULL, 0), (1, 2, 'G', NULL, NULL, NULL, 1),
  (2, 1, 'U', NULL, NULL, NULL, 0), (2, 2, 'G', NULL, NULL, NULL, 1), (2, 3, 'VG', NULL, NULL, NULL, 1),
  (3, 1, 'F', NULL, NULL, NULL, 0), (3, 2, 'E', NULL, NULL, NULL, 1), (3, 3, 'D', NULL, NULL, NULL, 1),
  (3, 4, 'C', NULL, NULL, NULL, 1), (3, 5, 'B', NULL, NULL, NULL, 1), (3, 6, 'A', NULL, NULL, NULL, 1),
  (4, 1, 'Ikke bestått', 'Ikkje bestått', 'Underkänd', 'Fail', 0), (4, 2, 'Bestått', NULL, 'Godkänd', 'Pass', 1);

-- What carries credits within a course, and what an exam reports on.
CREATE TABLE module (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  course INT UNSIGNED NOT NULL,
  code VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  name VARCHAR(160) NOT NULL,
  name_en VARCHAR(160) NULL,
  credits DECIMAL(4,1) NOT NULL,
  grading_scale INT UNSIGNED NOT NULL,
  closed_on DATE NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY module_code (course, code),
  UNIQUE KEY module_of_institution (institution, id),
  KEY module_course (institution, course),
  KEY module_scale (grading_scale),
  CONSTRAINT module_course FOREIGN KEY (institution, course) REFERENCES course (institution, id),
  CONSTRAINT module_scale FOREIGN KEY (grading_scale) REFERENCES grading_scale (id),
  CONSTRAINT module_credits CHECK (credits >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- Who reads a course instance: only they may sit its exams. Events are the instance's.
CREATE TABLE course_registration (
  course_instance INT UNSIGNED NOT NULL,
  person INT UNSIGNED NOT NULL,
  institution INT UNSIGNED NOT NULL,
  state ENUM('registered','withdrawn') NOT NULL DEFAULT 'registered',
  PRIMARY KEY (course_instance, person),
  KEY course_registration_instance (institution, course_instance),
  KEY course_registration_person (person, state),
  CONSTRAINT course_registration_instance FOREIGN KEY (institution, course_instance) REFERENCES course_instance (institution, id),
  CONSTRAINT course_registration_person FOREIGN KEY (person) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- An occasion at which a module is examined. A draft is what the four steps of making one leave; it may lack anything.
-- Times are the wall clock's where it is held.
CREATE TABLE exam_session (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  type ENUM('digital_exam','digital_resit','other') NOT NULL, -- the first two make an exam when confirmed
  state ENUM('draft','confirmed','cancelled') NOT NULL DEFAULT 'draft',
  resit_of INT UNSIGNED NULL,
  name VARCHAR(120) NOT NULL,
  name_en VARCHAR(120) NOT NULL,
  date_mode ENUM('none','day','period') NOT NULL,
  starts_on DATE NULL,
  starts_at TIME NULL,
  ends_on DATE NULL, -- of a day: the same day
  ends_at TIME NULL,
  place VARCHAR(120) NULL,
  anonymous TINYINT UNSIGNED NOT NULL DEFAULT 0,
  code_prefix VARCHAR(12) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  code_format ENUM('letters','numbered') NOT NULL DEFAULT 'numbered', -- prefix-ABC-DEF, prefix-0001-ABC
  code_shown ENUM('always','after') NOT NULL DEFAULT 'always',        -- to the student
  registration TINYINT UNSIGNED NOT NULL DEFAULT 0,                   -- students register; else an administrator does
  registers_from DATE NULL,
  registers_to DATE NULL, -- last day
  scale_version INT UNSIGNED NULL, -- set when confirmed; kept whatever becomes of the scale
  results_due DATE NULL,           -- set when confirmed, by the institution's rules
  person INT UNSIGNED NOT NULL,    -- who made it
  made_at DATETIME NOT NULL,
  confirmed_at DATETIME NULL,
  cancelled_at DATETIME NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY exam_session_of_institution (institution, id),
  KEY exam_session_starts (institution, state, starts_on),
  KEY exam_session_results (state, results_due),
  KEY exam_session_person (person),
  KEY exam_session_resit (resit_of),
  CONSTRAINT exam_session_institution FOREIGN KEY (institution) REFERENCES institution (id),
  CONSTRAINT exam_session_resit FOREIGN KEY (resit_of) REFERENCES exam_session (id),
  CONSTRAINT exam_session_scale FOREIGN KEY (scale_version) REFERENCES scale_version (id),
  CONSTRAINT exam_session_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT exam_session_date CHECK (
    (date_mode = 'none' AND starts_on IS NULL AND starts_at IS NULL AND ends_on IS NULL AND ends_at IS NULL)
    OR (date_mode <> 'none' AND starts_on IS NOT NULL AND starts_at IS NOT NULL AND ends_on IS NOT NULL AND ends_at IS NOT NULL
        AND (ends_on > starts_on OR (ends_on = starts_on AND ends_at > starts_at)) AND (date_mode = 'period' OR ends_on = starts_on))),
  CONSTRAINT exam_session_registers CHECK (
    (registration = 0 AND registers_from IS NULL AND registers_to IS NULL)
    OR (registration = 1 AND registers_from IS NOT NULL AND registers_to >= registers_from))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- Whose students may sit, and what it concerns for them.
CREATE TABLE exam_session_instance (
  exam_session INT UNSIGNED NOT NULL,
  course_instance INT UNSIGNED NOT NULL,
  institution INT UNSIGNED NOT NULL,
  module INT UNSIGNED NULL, -- NULL in a draft only
  PRIMARY KEY (exam_session, course_instance),
  KEY exam_session_instance_session (institution, exam_session),
  KEY exam_session_instance_instance (institution, course_instance),
  KEY exam_session_instance_module (institution, module),
  CONSTRAINT exam_session_instance_session FOREIGN KEY (institution, exam_session) REFERENCES exam_session (institution, id),
  CONSTRAINT exam_session_instance_instance FOREIGN KEY (institution, course_instance) REFERENCES course_instance (institution, id),
  CONSTRAINT exam_session_instance_module FOREIGN KEY (institution, module) REFERENCES module (institution, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- Who attests the results of a session.
CREATE TABLE exam_examiner (
  exam_session INT UNSIGNED NOT NULL,
  person INT UNSIGNED NOT NULL,
  PRIMARY KEY (exam_session, person),
  KEY exam_examiner_person (person),
  CONSTRAINT exam_examiner_session FOREIGN KEY (exam_session) REFERENCES exam_session (id),
  CONSTRAINT exam_examiner_person FOREIGN KEY (person) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- A student who is to sit. Seen by the student and by planners, never by assessors of an anonymous exam.
CREATE TABLE candidate (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  exam_session INT UNSIGNED NOT NULL,
  course_instance INT UNSIGNED NOT NULL,
  person INT UNSIGNED NOT NULL,
  state ENUM('registered','withdrawn') NOT NULL DEFAULT 'registered',
  registered_at DATETIME NOT NULL,
  by_self TINYINT UNSIGNED NOT NULL DEFAULT 0,
  extra_minutes SMALLINT UNSIGNED NULL,
  accommodation SET('separate_room','small_group','computer','assistant','breaks','large_print','other') NOT NULL DEFAULT '',
  accommodation_note VARCHAR(200) NULL, -- what is to be done, never why
  attendance ENUM('unknown','present','absent') NOT NULL DEFAULT 'unknown',
  handed_in_at DATETIME NULL,
  handed_in ENUM('file','mark') NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY candidate_once (exam_session, person),
  UNIQUE KEY candidate_of_session (exam_session, id),
  KEY candidate_session (institution, exam_session),
  KEY candidate_instance (exam_session, course_instance),
  KEY candidate_person (person, state),
  CONSTRAINT candidate_session FOREIGN KEY (institution, exam_session) REFERENCES exam_session (institution, id),
  CONSTRAINT candidate_instance FOREIGN KEY (exam_session, course_instance) REFERENCES exam_session_instance (exam_session, course_instance),
  CONSTRAINT candidate_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT candidate_handed_in CHECK ((handed_in_at IS NULL) = (handed_in IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- Every candidate has a code, of anonymous sessions and others alike, for as long as the session stands.
CREATE TABLE exam_code (
  exam_session INT UNSIGNED NOT NULL,
  code VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  PRIMARY KEY (exam_session, code),
  CONSTRAINT exam_code_session FOREIGN KEY (exam_session) REFERENCES exam_session (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

CREATE TABLE exam_identity (
  candidate INT UNSIGNED NOT NULL PRIMARY KEY,
  exam_session INT UNSIGNED NOT NULL,
  code VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  UNIQUE KEY exam_identity_code (exam_session, code),
  KEY exam_identity_candidate (exam_session, candidate),
  CONSTRAINT exam_identity_code FOREIGN KEY (exam_session, code) REFERENCES exam_code (exam_session, code),
  CONSTRAINT exam_identity_candidate FOREIGN KEY (exam_session, candidate) REFERENCES candidate (exam_session, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- What a student handed in as a file, as it came. The latest number counts.
CREATE TABLE hand_in (
  candidate INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL,
  at DATETIME NOT NULL,
  file_name VARCHAR(200) NOT NULL,
  file_bytes INT UNSIGNED NOT NULL,
  media VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL, -- told from its content; NULL: not looked at yet
  state ENUM('new','clean','refused') NOT NULL DEFAULT 'new',
  error VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL, -- label error.<error>
  PRIMARY KEY (candidate, number),
  CONSTRAINT hand_in_candidate FOREIGN KEY (candidate) REFERENCES candidate (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

CREATE TABLE hand_in_piece (
  candidate INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL,
  piece SMALLINT UNSIGNED NOT NULL,
  bytes MEDIUMBLOB NOT NULL,
  PRIMARY KEY (candidate, number, piece),
  CONSTRAINT hand_in_piece_hand_in FOREIGN KEY (candidate, number) REFERENCES hand_in (candidate, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- The grading side of a confirmed session.
CREATE TABLE exam (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  exam_session INT UNSIGNED NOT NULL,
  state ENUM('not_started','started','confirmed') NOT NULL DEFAULT 'not_started',
  points_most DECIMAL(7,2) NULL,               -- NULL: no points are given, grades only
  marks TINYINT UNSIGNED NOT NULL DEFAULT 1,   -- how many assessors mark each paper
  transfer_ready TINYINT UNSIGNED NOT NULL DEFAULT 0,
  transfer_seen BIGINT UNSIGNED NULL,          -- checksum of the dry run that was said yes to
  edited_at DATETIME NULL,                     -- when grading last changed
  confirmed_at DATETIME NULL,
  confirmed_by INT UNSIGNED NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY exam_session (exam_session),
  UNIQUE KEY exam_of_institution (institution, id),
  KEY exam_of_session (institution, exam_session),
  KEY exam_confirmed_by (confirmed_by),
  CONSTRAINT exam_session_made FOREIGN KEY (institution, exam_session) REFERENCES exam_session (institution, id),
  CONSTRAINT exam_confirmed_by FOREIGN KEY (confirmed_by) REFERENCES person (id),
  CONSTRAINT exam_marks CHECK (marks IN (1, 2)),
  CONSTRAINT exam_points CHECK (points_most IS NULL OR points_most > 0),
  CONSTRAINT exam_confirmed CHECK ((state = 'confirmed') = (confirmed_at IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- Assessors work in committees; each paper belongs to one. An exam has committee 1 from the start.
CREATE TABLE exam_committee (
  exam INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL,
  name VARCHAR(80) NOT NULL,
  PRIMARY KEY (exam, number),
  CONSTRAINT exam_committee_exam FOREIGN KEY (exam) REFERENCES exam (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

CREATE TABLE exam_assessor (
  exam INT UNSIGNED NOT NULL,
  committee SMALLINT UNSIGNED NOT NULL,
  person INT UNSIGNED NOT NULL,
  PRIMARY KEY (exam, committee, person),
  KEY exam_assessor_person (person, exam),
  CONSTRAINT exam_assessor_committee FOREIGN KEY (exam, committee) REFERENCES exam_committee (exam, number),
  CONSTRAINT exam_assessor_person FOREIGN KEY (person) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- From how many points on a grade is given. The lowest grade has no row.
CREATE TABLE exam_boundary (
  exam INT UNSIGNED NOT NULL,
  position TINYINT UNSIGNED NOT NULL, -- of scale_grade
  points_from DECIMAL(7,2) NOT NULL,
  PRIMARY KEY (exam, position),
  CONSTRAINT exam_boundary_exam FOREIGN KEY (exam) REFERENCES exam (id),
  CONSTRAINT exam_boundary_points CHECK (points_from >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- What is graded, by code. points and grade are the outcome: set when as many marks as the exam wants agree, else NULL.
CREATE TABLE paper (
  exam INT UNSIGNED NOT NULL,
  code VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  exam_session INT UNSIGNED NOT NULL,
  committee SMALLINT UNSIGNED NOT NULL DEFAULT 1,
  void TINYINT UNSIGNED NOT NULL DEFAULT 0,      -- its candidate has withdrawn
  handed_in TINYINT UNSIGNED NOT NULL DEFAULT 0, -- that, never when
  media VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL, -- of its cleaned file, if any
  points DECIMAL(7,2) NULL,
  grade TINYINT UNSIGNED NULL, -- position in the session's scale
  version INT UNSIGNED NOT NULL DEFAULT 1,
  PRIMARY KEY (exam, code),
  KEY paper_code (exam_session, code),
  KEY paper_committee (exam, committee),
  CONSTRAINT paper_exam FOREIGN KEY (exam) REFERENCES exam (id),
  CONSTRAINT paper_code FOREIGN KEY (exam_session, code) REFERENCES exam_code (exam_session, code),
  CONSTRAINT paper_committee FOREIGN KEY (exam, committee) REFERENCES exam_committee (exam, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- A handed-in file without what told of its author.
CREATE TABLE paper_piece (
  exam INT UNSIGNED NOT NULL,
  code VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  piece SMALLINT UNSIGNED NOT NULL,
  bytes MEDIUMBLOB NOT NULL,
  PRIMARY KEY (exam, code, piece),
  CONSTRAINT paper_piece_paper FOREIGN KEY (exam, code) REFERENCES paper (exam, code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- What one assessor found.
CREATE TABLE mark (
  exam INT UNSIGNED NOT NULL,
  code VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  person INT UNSIGNED NOT NULL,
  points DECIMAL(7,2) NULL,
  grade TINYINT UNSIGNED NULL,
  comment VARCHAR(2000) NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  PRIMARY KEY (exam, code, person),
  KEY mark_person (person),
  CONSTRAINT mark_paper FOREIGN KEY (exam, code) REFERENCES paper (exam, code),
  CONSTRAINT mark_person FOREIGN KEY (person) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- Each time somebody broke the glass: a code's person before grading was confirmed.
CREATE TABLE exam_opening (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  exam INT UNSIGNED NOT NULL,
  exam_session INT UNSIGNED NOT NULL,
  code VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  person INT UNSIGNED NOT NULL,
  reason VARCHAR(500) NOT NULL,
  at DATETIME NOT NULL,
  KEY exam_opening_exam (exam),
  KEY exam_opening_code (exam_session, code),
  KEY exam_opening_person (person),
  CONSTRAINT exam_opening_exam FOREIGN KEY (exam) REFERENCES exam (id),
  CONSTRAINT exam_opening_code FOREIGN KEY (exam_session, code) REFERENCES exam_code (exam_session, code),
  CONSTRAINT exam_opening_person FOREIGN KEY (person) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- A result: of a candidate on a module, or of a placement period. No row: untouched. Drafts and ready ones are seen by staff only.
CREATE TABLE result (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  person INT UNSIGNED NOT NULL,
  course_instance INT UNSIGNED NOT NULL,
  module INT UNSIGNED NULL, -- NULL: a placement period whose course has no module for it
  exam_session INT UNSIGNED NULL,
  candidate INT UNSIGNED NULL,
  registration INT UNSIGNED NULL, -- the placement's
  scale_version INT UNSIGNED NOT NULL,
  points DECIMAL(7,2) NULL, -- the result note
  grade TINYINT UNSIGNED NULL,
  examined_on DATE NULL,
  state ENUM('draft','ready','attested') NOT NULL DEFAULT 'draft',
  transferred TINYINT UNSIGNED NOT NULL DEFAULT 0,
  objection VARCHAR(1000) NULL, -- why it was sent back, until it is ready again
  ready_at DATETIME NULL,
  ready_by INT UNSIGNED NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY result_candidate (candidate),
  UNIQUE KEY result_registration (registration),
  KEY result_session (exam_session, state),
  KEY result_candidate_of_session (exam_session, candidate),
  KEY result_person (person, state),
  KEY result_institution (institution, state),
  KEY result_instance (institution, course_instance),
  KEY result_module (institution, module),
  KEY result_grade (scale_version, grade),
  KEY result_ready_by (ready_by),
  CONSTRAINT result_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT result_instance FOREIGN KEY (institution, course_instance) REFERENCES course_instance (institution, id),
  CONSTRAINT result_module FOREIGN KEY (institution, module) REFERENCES module (institution, id),
  CONSTRAINT result_candidate FOREIGN KEY (exam_session, candidate) REFERENCES candidate (exam_session, id),
  CONSTRAINT result_registration FOREIGN KEY (registration) REFERENCES registration (id),
  CONSTRAINT result_grade FOREIGN KEY (scale_version, grade) REFERENCES scale_grade (scale_version, position),
  CONSTRAINT result_ready_by FOREIGN KEY (ready_by) REFERENCES person (id),
  CONSTRAINT result_of CHECK ((candidate IS NULL) = (exam_session IS NULL) AND (candidate IS NULL) <> (registration IS NULL)),
  CONSTRAINT result_whole CHECK (state = 'draft' OR (grade IS NOT NULL AND examined_on IS NOT NULL AND ready_at IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- What was attested, and each reasoned decision after it. The last one counts; all stay to be seen.
CREATE TABLE result_decision (
  result INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL, -- 1: the attestation
  points DECIMAL(7,2) NULL,
  grade TINYINT UNSIGNED NOT NULL,
  scale_version INT UNSIGNED NOT NULL,
  examined_on DATE NOT NULL,
  reason VARCHAR(1000) NULL, -- of the first: none
  person INT UNSIGNED NOT NULL, -- the examiner
  at DATETIME NOT NULL,
  PRIMARY KEY (result, number),
  KEY result_decision_grade (scale_version, grade),
  KEY result_decision_person (person),
  CONSTRAINT result_decision_result FOREIGN KEY (result) REFERENCES result (id),
  CONSTRAINT result_decision_grade FOREIGN KEY (scale_version, grade) REFERENCES scale_grade (scale_version, position),
  CONSTRAINT result_decision_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT result_decision_reason CHECK (number = 1 OR reason IS NOT NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- An exam's results became drafts, once: its primary key lets it happen no second time. It is written in the one transaction
-- that writes all rows, so it is whole or was never begun.
CREATE TABLE transfer (
  exam INT UNSIGNED NOT NULL PRIMARY KEY,
  person INT UNSIGNED NOT NULL,
  at DATETIME NOT NULL,
  papers INT UNSIGNED NOT NULL,      -- = written + overwritten + failed
  written INT UNSIGNED NOT NULL,
  overwritten INT UNSIGNED NOT NULL,
  failed INT UNSIGNED NOT NULL,
  KEY transfer_person (person),
  CONSTRAINT transfer_exam FOREIGN KEY (exam) REFERENCES exam (id),
  CONSTRAINT transfer_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT transfer_counts CHECK (papers = written + overwritten + failed)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

CREATE TABLE transfer_row (
  exam INT UNSIGNED NOT NULL,
  candidate INT UNSIGNED NOT NULL,
  outcome ENUM('written','overwritten','failed') NOT NULL,
  reason ENUM('withdrawn','not_reading','no_module','scale','no_hand_in','no_grade','ready','attested') NULL,
  old_points DECIMAL(7,2) NULL,
  old_grade TINYINT UNSIGNED NULL,
  old_examined_on DATE NULL,
  new_points DECIMAL(7,2) NULL,
  new_grade TINYINT UNSIGNED NULL,
  new_examined_on DATE NULL,
  PRIMARY KEY (exam, candidate),
  KEY transfer_row_candidate (candidate),
  CONSTRAINT transfer_row_transfer FOREIGN KEY (exam) REFERENCES transfer (exam),
  CONSTRAINT transfer_row_candidate FOREIGN KEY (candidate) REFERENCES candidate (id),
  CONSTRAINT transfer_row_reason CHECK ((outcome = 'failed') = (reason IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- What a placement period of a course is assessed by.
CREATE TABLE criterion (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  course INT UNSIGNED NOT NULL,
  position SMALLINT UNSIGNED NOT NULL,
  text VARCHAR(400) NOT NULL,
  text_en VARCHAR(400) NULL,
  closed_on DATE NULL, -- no longer asked for
  version INT UNSIGNED NOT NULL DEFAULT 1,
  KEY criterion_course (institution, course, position),
  CONSTRAINT criterion_course FOREIGN KEY (institution, course) REFERENCES course (institution, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- The midway and the final assessment of a placement period.
CREATE TABLE assessment (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  registration INT UNSIGNED NOT NULL,
  kind ENUM('midway','final') NOT NULL,
  state ENUM('draft','given','signed') NOT NULL DEFAULT 'draft', -- given: the student sees it; signed: has said so
  passed TINYINT UNSIGNED NULL, -- of a final one; of a midway one: on the way to it
  text VARCHAR(4000) NULL,
  person INT UNSIGNED NOT NULL, -- who assesses
  given_at DATETIME NULL,
  signed_at DATETIME NULL,
  remarks VARCHAR(4000) NULL, -- the student's
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY assessment_once (registration, kind),
  KEY assessment_institution (institution, state),
  KEY assessment_person (person),
  CONSTRAINT assessment_institution FOREIGN KEY (institution) REFERENCES institution (id),
  CONSTRAINT assessment_registration FOREIGN KEY (registration) REFERENCES registration (id),
  CONSTRAINT assessment_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT assessment_given CHECK (state = 'draft' OR (given_at IS NOT NULL AND passed IS NOT NULL)),
  CONSTRAINT assessment_signed CHECK ((state = 'signed') = (signed_at IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

CREATE TABLE assessment_criterion (
  assessment INT UNSIGNED NOT NULL,
  criterion INT UNSIGNED NOT NULL,
  verdict ENUM('met','partly','not_met') NULL,
  comment VARCHAR(1000) NULL,
  PRIMARY KEY (assessment, criterion),
  KEY assessment_criterion_criterion (criterion),
  CONSTRAINT assessment_criterion_assessment FOREIGN KEY (assessment) REFERENCES assessment (id),
  CONSTRAINT assessment_criterion_criterion FOREIGN KEY (criterion) REFERENCES criterion (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- A written warning that the student may not pass, the meeting about it, and what the student says.
CREATE TABLE doubt (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  registration INT UNSIGNED NOT NULL,
  person INT UNSIGNED NOT NULL, -- who warns
  text VARCHAR(4000) NOT NULL,  -- what is lacking, and what it takes to pass
  given_at DATETIME NOT NULL,
  due_on DATE NOT NULL,         -- last day for it, as the institution's rules were
  late TINYINT UNSIGNED NOT NULL DEFAULT 0,
  meeting_on DATE NULL,
  meeting_at TIME NULL,
  meeting_place VARCHAR(120) NULL,
  meeting_notes VARCHAR(4000) NULL,
  seen_at DATETIME NULL, -- the student signed for having received it
  remarks VARCHAR(4000) NULL,
  lifted_at DATETIME NULL, -- no longer in doubt
  version INT UNSIGNED NOT NULL DEFAULT 1,
  KEY doubt_registration (registration),
  KEY doubt_institution (institution),
  KEY doubt_person (person),
  CONSTRAINT doubt_institution FOREIGN KEY (institution) REFERENCES institution (id),
  CONSTRAINT doubt_registration FOREIGN KEY (registration) REFERENCES registration (id),
  CONSTRAINT doubt_person FOREIGN KEY (person) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- Days a student was away from a placement.
CREATE TABLE absence (
  registration INT UNSIGNED NOT NULL,
  day DATE NOT NULL,
  hours DECIMAL(3,1) NOT NULL,
  made_up TINYINT UNSIGNED NOT NULL DEFAULT 0,
  note VARCHAR(200) NULL,
  PRIMARY KEY (registration, day),
  CONSTRAINT absence_registration FOREIGN KEY (registration) REFERENCES registration (id),
  CONSTRAINT absence_hours CHECK (hours > 0 AND hours <= 24)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
