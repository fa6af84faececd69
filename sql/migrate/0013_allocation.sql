-- Students on classes, what they wish and need, where they are put, and what was shared of it.
--
-- `allocation` is what the institution works on; `placement` is what was shared: sites and students read nothing else, so
-- that before sharing there is nothing to be read.

ALTER TABLE municipality
  ADD COLUMN latitude DECIMAL(7,4) NULL, -- of its centre: travel is told in kilometres as the crow flies
  ADD COLUMN longitude DECIMAL(7,4) NULL;

SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE person_grant
  ADD COLUMN students_most SMALLINT UNSIGNED NULL, -- of a supervisor or lecturer by role: how many students at most
  ADD CONSTRAINT person_grant_students CHECK (students_most IS NULL OR students_most BETWEEN 1 AND 99);

ALTER TABLE notice
  MODIFY COLUMN topic ENUM('orders','reminders','roles','imports','account','allocation') NOT NULL;
ALTER TABLE notice_choice
  MODIFY COLUMN topic ENUM('orders','reminders','roles','imports','allocation') NOT NULL;

-- One row an activity, locked first by every action on its allocation, so that they queue.
CREATE TABLE allocation_plan (
  activity INT UNSIGNED NOT NULL PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  wishes_from DATE NULL, -- NULL: no wishes are asked for
  wishes_to DATE NULL,   -- last day
  wishes_most TINYINT UNSIGNED NOT NULL DEFAULT 5,
  reminder_days TINYINT UNSIGNED NULL DEFAULT 3, -- before wishes_to, to who has handed in none
  objective ENUM('weighted','rank_maximal') NOT NULL DEFAULT 'weighted',
  avoid_earlier TINYINT UNSIGNED NOT NULL DEFAULT 1, -- nobody to a unit where they were before
  limit_km SMALLINT UNSIGNED NULL,      -- travel without a car at most; NULL: no limit
  limit_car_km SMALLINT UNSIGNED NULL,
  shares SMALLINT UNSIGNED NOT NULL DEFAULT 0, -- how often it was shared; 0: never
  shared_at DATETIME NULL,                     -- last
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY allocation_plan_of_institution (institution, activity),
  KEY allocation_plan_wishes (wishes_to),
  CONSTRAINT allocation_plan_activity FOREIGN KEY (institution, activity) REFERENCES activity (institution, id),
  CONSTRAINT allocation_plan_window CHECK ((wishes_from IS NULL) = (wishes_to IS NULL) AND (wishes_to IS NULL OR wishes_to >= wishes_from)),
  CONSTRAINT allocation_plan_wishes CHECK (wishes_most BETWEEN 1 AND 20)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

INSERT INTO allocation_plan (activity, institution) SELECT id, institution FROM activity;

-- Students who go together: to one unit.
CREATE TABLE allocation_group (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  activity INT UNSIGNED NOT NULL,
  kind ENUM('tandem','car_pool','other') NOT NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY allocation_group_of_activity (activity, id),
  CONSTRAINT allocation_group_activity FOREIGN KEY (activity) REFERENCES activity (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- A student who is to have a place in an activity, in one of its classes where it has any.
CREATE TABLE registration (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  activity INT UNSIGNED NOT NULL,
  activity_class INT UNSIGNED NULL,
  person INT UNSIGNED NOT NULL,
  state ENUM('registered','withdrawn') NOT NULL DEFAULT 'registered',
  withdrawn_on DATE NULL,
  municipality CHAR(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL, -- where they live meanwhile; NULL: not told
  car TINYINT UNSIGNED NOT NULL DEFAULT 0,
  allocation_group INT UNSIGNED NULL,
  wishes_at DATETIME NULL, -- when they were handed in last; NULL: not yet
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY registration_once (activity, person),
  UNIQUE KEY registration_of_activity (activity, id),
  KEY registration_class (activity, activity_class, state),
  KEY registration_group (activity, allocation_group),
  KEY registration_person (person, activity, state),
  KEY registration_institution (institution, activity),
  KEY registration_municipality (municipality),
  CONSTRAINT registration_activity FOREIGN KEY (institution, activity) REFERENCES activity (institution, id),
  CONSTRAINT registration_class FOREIGN KEY (activity, activity_class) REFERENCES activity_class (activity, id),
  CONSTRAINT registration_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT registration_group FOREIGN KEY (activity, allocation_group) REFERENCES allocation_group (activity, id),
  CONSTRAINT registration_municipality FOREIGN KEY (municipality) REFERENCES municipality (number),
  CONSTRAINT registration_withdrawn CHECK ((state = 'withdrawn') = (withdrawn_on IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- Municipalities a student reaches, beside where they live. None: everywhere.
CREATE TABLE registration_reach (
  registration INT UNSIGNED NOT NULL,
  municipality CHAR(4) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  PRIMARY KEY (registration, municipality),
  KEY registration_reach_municipality (municipality),
  CONSTRAINT registration_reach_registration FOREIGN KEY (registration) REFERENCES registration (id),
  CONSTRAINT registration_reach_municipality FOREIGN KEY (municipality) REFERENCES municipality (number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- Accommodation: what a unit must offer this student. Never why. Shown to those who allocate only.
CREATE TABLE registration_requirement (
  registration INT UNSIGNED NOT NULL,
  requirement INT UNSIGNED NOT NULL,
  PRIMARY KEY (registration, requirement),
  KEY registration_requirement_requirement (requirement),
  CONSTRAINT registration_requirement_registration FOREIGN KEY (registration) REFERENCES registration (id),
  CONSTRAINT registration_requirement_requirement FOREIGN KEY (requirement) REFERENCES requirement (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- Where a student must not be: a conflict of interest, or their employer. unit NULL: nowhere at the site. Never why.
CREATE TABLE registration_conflict (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  registration INT UNSIGNED NOT NULL,
  kind ENUM('interest','employer') NOT NULL,
  site INT UNSIGNED NOT NULL,
  unit INT UNSIGNED NULL,
  KEY registration_conflict_registration (registration),
  KEY registration_conflict_unit (site, unit),
  CONSTRAINT registration_conflict_registration FOREIGN KEY (registration) REFERENCES registration (id),
  CONSTRAINT registration_conflict_site FOREIGN KEY (site) REFERENCES site (id),
  CONSTRAINT registration_conflict_unit FOREIGN KEY (site, unit) REFERENCES unit (site, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

CREATE TABLE wish (
  registration INT UNSIGNED NOT NULL,
  number TINYINT UNSIGNED NOT NULL, -- 1: best
  site INT UNSIGNED NOT NULL,
  unit INT UNSIGNED NOT NULL,
  PRIMARY KEY (registration, number),
  KEY wish_unit (site, unit),
  CONSTRAINT wish_registration FOREIGN KEY (registration) REFERENCES registration (id),
  CONSTRAINT wish_unit FOREIGN KEY (site, unit) REFERENCES unit (site, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- A unit with places in the activity that takes nobody of this class. No row: it does.
CREATE TABLE class_closed_unit (
  activity INT UNSIGNED NOT NULL,
  activity_class INT UNSIGNED NOT NULL,
  site INT UNSIGNED NOT NULL,
  unit INT UNSIGNED NOT NULL,
  PRIMARY KEY (activity_class, unit),
  KEY class_closed_unit_class (activity, activity_class),
  KEY class_closed_unit_unit (site, unit),
  CONSTRAINT class_closed_unit_class FOREIGN KEY (activity, activity_class) REFERENCES activity_class (activity, id),
  CONSTRAINT class_closed_unit_unit FOREIGN KEY (site, unit) REFERENCES unit (site, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- Where a registered student is put, as the institution works on it. unit NULL: nowhere yet (they may have a lecturer).
CREATE TABLE allocation (
  registration INT UNSIGNED NOT NULL PRIMARY KEY,
  activity INT UNSIGNED NOT NULL,
  site INT UNSIGNED NULL,
  unit INT UNSIGNED NULL,
  locked TINYINT UNSIGNED NOT NULL DEFAULT 0, -- the automatic run leaves it where it is
  lecturer INT UNSIGNED NULL,
  supervisor INT UNSIGNED NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY allocation_of_activity (activity, registration),
  KEY allocation_unit (site, unit),
  KEY allocation_seats (activity, unit),
  KEY allocation_lecturer (lecturer),
  KEY allocation_supervisor (supervisor),
  CONSTRAINT allocation_registration FOREIGN KEY (activity, registration) REFERENCES registration (activity, id),
  CONSTRAINT allocation_unit FOREIGN KEY (site, unit) REFERENCES unit (site, id),
  CONSTRAINT allocation_lecturer FOREIGN KEY (lecturer) REFERENCES person (id),
  CONSTRAINT allocation_supervisor FOREIGN KEY (supervisor) REFERENCES person (id),
  CONSTRAINT allocation_place CHECK ((site IS NULL) = (unit IS NULL) AND (unit IS NOT NULL OR (locked = 0 AND supervisor IS NULL)))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- A student at a unit, as it was shared: what sites, students and supervisors see. starts and ends are the class's (or the
-- activity's), kept by the actions that change those; ended_on: broken off, the last day. One that ends before it begins is
-- deleted: its history stays.
CREATE TABLE placement (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  activity INT UNSIGNED NOT NULL,
  registration INT UNSIGNED NOT NULL,
  person INT UNSIGNED NOT NULL,
  site INT UNSIGNED NOT NULL,
  unit INT UNSIGNED NOT NULL,
  lecturer INT UNSIGNED NULL,
  supervisor INT UNSIGNED NULL,
  starts DATE NOT NULL,
  ends DATE NOT NULL,
  ended_on DATE NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY placement_registration (registration),
  UNIQUE KEY placement_of_registration (activity, registration),
  KEY placement_activity (institution, activity),
  KEY placement_site (site, starts, ends),
  KEY placement_site_ends (site, ends),
  KEY placement_institution (institution, starts, ends),
  KEY placement_institution_ends (institution, ends),
  KEY placement_person (person, unit),
  KEY placement_unit (site, unit),
  KEY placement_lecturer (lecturer),
  KEY placement_supervisor (supervisor),
  CONSTRAINT placement_activity FOREIGN KEY (institution, activity) REFERENCES activity (institution, id),
  CONSTRAINT placement_registration FOREIGN KEY (activity, registration) REFERENCES registration (activity, id),
  CONSTRAINT placement_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT placement_unit FOREIGN KEY (site, unit) REFERENCES unit (site, id),
  CONSTRAINT placement_lecturer FOREIGN KEY (lecturer) REFERENCES person (id),
  CONSTRAINT placement_supervisor FOREIGN KEY (supervisor) REFERENCES person (id),
  CONSTRAINT placement_days CHECK (ends >= starts AND (ended_on IS NULL OR ended_on BETWEEN starts AND ends))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- Each time an allocation, or changes of it, was shared, and whom that concerned: who is told, once. A placement broken off
-- or a supervisor changed by the site is one of these too.
CREATE TABLE share (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  activity INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL,
  event BIGINT UNSIGNED NOT NULL,
  UNIQUE KEY share_number (activity, number),
  UNIQUE KEY share_event (event),
  CONSTRAINT share_activity FOREIGN KEY (activity) REFERENCES activity (id),
  CONSTRAINT share_event FOREIGN KEY (event) REFERENCES event (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

CREATE TABLE share_change (
  share INT UNSIGNED NOT NULL,
  registration INT UNSIGNED NOT NULL,
  kind ENUM('placed','moved','people','ended') NOT NULL, -- people: supervisor or lecturer only
  old_site INT UNSIGNED NULL,
  old_unit INT UNSIGNED NULL,
  old_supervisor INT UNSIGNED NULL,
  old_lecturer INT UNSIGNED NULL,
  new_site INT UNSIGNED NULL,
  new_unit INT UNSIGNED NULL,
  new_supervisor INT UNSIGNED NULL,
  new_lecturer INT UNSIGNED NULL,
  PRIMARY KEY (share, registration),
  KEY share_change_registration (registration),
  CONSTRAINT share_change_share FOREIGN KEY (share) REFERENCES share (id),
  CONSTRAINT share_change_registration FOREIGN KEY (registration) REFERENCES registration (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;
