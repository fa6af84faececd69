-- Organisations, people, what is studied, and what was agreed.
-- Workflow tables are system-versioned: any of them can be read as of a date.
-- Identifiers compare by bytes (nopad_bin); names by Nordic people's rules (danish_ai_ci): å, ø and æ are
-- letters of their own and equal to Swedish ä and ö, while accents do not keep a search from finding René.
-- Sorting is by the viewer's language: lists name their collation themselves ({collate}).
-- An index on a versioned table carries the end of the row's life through the primary key, so the
-- indexes below that name every column a statement asks for answer it without touching the row.

CREATE TABLE municipality (
  number CHAR(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL PRIMARY KEY,
  name VARCHAR(80) NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

CREATE TABLE institution (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(160) NOT NULL,
  short_name VARCHAR(20) NOT NULL,
  municipality CHAR(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  address VARCHAR(200) NULL,
  email VARCHAR(254) NULL,
  phone VARCHAR(40) NULL,
  answer_days SMALLINT UNSIGNED NOT NULL DEFAULT 21, -- days a site has to answer an order
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY institution_name (name),
  UNIQUE KEY institution_short_name (short_name),
  KEY institution_municipality (municipality),
  CONSTRAINT institution_municipality FOREIGN KEY (municipality) REFERENCES municipality (number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

CREATE TABLE site (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(160) NOT NULL,
  kind ENUM('trust','municipality','school','kindergarten','firm','other') NOT NULL,
  municipality CHAR(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  address VARCHAR(200) NULL,
  email VARCHAR(254) NULL,
  phone VARCHAR(40) NULL,
  profile TEXT NULL, -- what a student should know, in the site's own words
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY site_name (name),
  KEY site_municipality (municipality),
  CONSTRAINT site_municipality FOREIGN KEY (municipality) REFERENCES municipality (number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- A department, ward or class below a site, to any depth.
CREATE TABLE unit (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  site INT UNSIGNED NOT NULL,
  parent INT UNSIGNED NULL,
  name VARCHAR(160) NOT NULL,
  municipality CHAR(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL, -- NULL: the site's
  address VARCHAR(200) NULL,
  profile TEXT NULL,
  closed_on DATE NULL, -- takes no students from this day
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY unit_of_site (site, id),
  KEY unit_parent (site, parent),
  KEY unit_municipality (municipality),
  CONSTRAINT unit_site FOREIGN KEY (site) REFERENCES site (id),
  CONSTRAINT unit_parent FOREIGN KEY (site, parent) REFERENCES unit (site, id),
  CONSTRAINT unit_municipality FOREIGN KEY (municipality) REFERENCES municipality (number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- What a student or an activity may demand of a unit: shared by the region, so that answers compare.
CREATE TABLE requirement (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  name_nb VARCHAR(120) NOT NULL,
  name_nn VARCHAR(120) NOT NULL,
  name_sv VARCHAR(120) NOT NULL,
  name_en VARCHAR(120) NOT NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY requirement_code (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

CREATE TABLE unit_requirement (
  site INT UNSIGNED NOT NULL,
  unit INT UNSIGNED NOT NULL,
  requirement INT UNSIGNED NOT NULL,
  PRIMARY KEY (unit, requirement),
  KEY unit_requirement_unit (site, unit),
  KEY unit_requirement_requirement (requirement),
  CONSTRAINT unit_requirement_unit FOREIGN KEY (site, unit) REFERENCES unit (site, id),
  CONSTRAINT unit_requirement_requirement FOREIGN KEY (requirement) REFERENCES requirement (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

CREATE TABLE agreement (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  site INT UNSIGNED NOT NULL,
  reference VARCHAR(60) NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NULL, -- last day; NULL: until ended
  note VARCHAR(1000) NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  KEY agreement_pair (institution, site, valid_from),
  KEY agreement_site (site),
  CONSTRAINT agreement_institution FOREIGN KEY (institution) REFERENCES institution (id),
  CONSTRAINT agreement_site FOREIGN KEY (site) REFERENCES site (id),
  CONSTRAINT agreement_days CHECK (valid_to IS NULL OR valid_to >= valid_from)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

CREATE TABLE programme (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  code VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  name VARCHAR(160) NOT NULL,
  name_en VARCHAR(160) NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY programme_code (institution, code),
  UNIQUE KEY programme_of_institution (institution, id),
  CONSTRAINT programme_institution FOREIGN KEY (institution) REFERENCES institution (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

CREATE TABLE course (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  programme INT UNSIGNED NOT NULL,
  code VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  name VARCHAR(160) NOT NULL,
  name_en VARCHAR(160) NULL,
  credits DECIMAL(4,1) NOT NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY course_code (institution, code),
  UNIQUE KEY course_of_institution (institution, id),
  KEY course_programme (institution, programme),
  CONSTRAINT course_programme FOREIGN KEY (institution, programme) REFERENCES programme (institution, id),
  CONSTRAINT course_credits CHECK (credits >= 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

CREATE TABLE course_instance (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  course INT UNSIGNED NOT NULL,
  code VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  starts DATE NOT NULL,
  ends DATE NOT NULL,
  term CHAR(6) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin
    GENERATED ALWAYS AS (CONCAT(YEAR(starts), '-', IF(MONTH(starts) <= 7, 1, 2))) STORED, -- 2027-1 spring, 2027-2 autumn
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY course_instance_code (institution, code),
  UNIQUE KEY course_instance_of_institution (institution, id),
  KEY course_instance_course (institution, course),
  CONSTRAINT course_instance_course FOREIGN KEY (institution, course) REFERENCES course (institution, id),
  CONSTRAINT course_instance_days CHECK (ends >= starts)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

CREATE TABLE person (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  given_name VARCHAR(80) NOT NULL,
  family_name VARCHAR(80) NOT NULL,
  email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL, -- lower case; also the sign-in name
  phone VARCHAR(40) NULL,
  lang CHAR(2) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL DEFAULT 'nb',
  protected TINYINT UNSIGNED NOT NULL DEFAULT 0, -- protected address: left out of every list, feed and print
  identity_cipher VARBINARY(80) NULL,            -- national identity number, sealed by the program
  identity_index BINARY(32) NULL,                -- keyed hash of it, for look-up
  name VARCHAR(161) GENERATED ALWAYS AS (CONCAT(given_name, ' ', family_name)) STORED,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY person_email (email),
  UNIQUE KEY person_identity (identity_index),
  KEY person_family_name (family_name, given_name),
  CONSTRAINT person_lang CHECK (lang IN ('nb','nn','sv','en'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- How a person signs in. Not versioned: old password hashes are not kept.
CREATE TABLE account (
  person INT UNSIGNED NOT NULL PRIMARY KEY,
  password_hash VARCHAR(128) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  changed_at DATETIME NOT NULL,
  closed TINYINT UNSIGNED NOT NULL DEFAULT 0,
  CONSTRAINT account_person FOREIGN KEY (person) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

CREATE TABLE student (
  person INT UNSIGNED NOT NULL PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  programme INT UNSIGNED NOT NULL,
  cohort CHAR(6) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL, -- the term they started
  version INT UNSIGNED NOT NULL DEFAULT 1,
  KEY student_programme (institution, programme, cohort),
  CONSTRAINT student_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT student_programme FOREIGN KEY (institution, programme) REFERENCES programme (institution, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
