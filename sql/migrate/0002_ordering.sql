-- Activities, orders, capacity; who may do what; what happened.
--
-- A list of fifty lines must not read a region: what a viewer may see goes by
--   person_grant_person            the viewer's few grants, without touching a row
--   activity_starts                an institution's activities by day (the calendar's own order: 0003)
--   placement_order_calendar       which activities a site has an order for
--   placement_order_by_activity    an activity's orders, and whether one of the viewer's sites has one
--   placement_order_site, _due     what a site owes, what an institution waits for, oldest first
--   placement_order_answered       an institution's fresh answers
--   person_grant_activity          who has a grant in an activity

CREATE TABLE activity (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  course_instance INT UNSIGNED NOT NULL,
  name VARCHAR(160) NOT NULL,
  starts DATE NOT NULL,
  ends DATE NOT NULL,
  term CHAR(6) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin
    GENERATED ALWAYS AS (CONCAT(YEAR(starts), '-', IF(MONTH(starts) <= 7, 1, 2))) STORED,
  places_wanted SMALLINT UNSIGNED NOT NULL,
  details TEXT NULL, -- what a site should know
  cancelled_at DATETIME NULL,
  cancel_reason VARCHAR(1000) NULL,
  copied_from INT UNSIGNED NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY activity_of_institution (institution, id),
  KEY activity_starts (institution, starts),
  KEY activity_instance (institution, course_instance),
  KEY activity_copied_from (copied_from),
  CONSTRAINT activity_course_instance FOREIGN KEY (institution, course_instance)
    REFERENCES course_instance (institution, id),
  CONSTRAINT activity_copied_from FOREIGN KEY (copied_from) REFERENCES activity (id),
  CONSTRAINT activity_days CHECK (ends >= starts),
  CONSTRAINT activity_places CHECK (places_wanted BETWEEN 1 AND 999)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- What the calendar counts, kept by the actions that change it; tests hold it to the truth.
-- Locked first by every action on an activity's orders, so that they queue.
CREATE TABLE activity_count (
  activity INT UNSIGNED NOT NULL PRIMARY KEY,
  orders SMALLINT UNSIGNED NOT NULL DEFAULT 0,            -- sent, answered and closed
  orders_draft SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  orders_unanswered SMALLINT UNSIGNED NOT NULL DEFAULT 0, -- sent
  places_ordered INT UNSIGNED NOT NULL DEFAULT 0,         -- of sent, answered and closed orders
  places_answered INT UNSIGNED NOT NULL DEFAULT 0,        -- asked for in orders that were answered
  places_confirmed INT UNSIGNED NOT NULL DEFAULT 0,
  CONSTRAINT activity_count_activity FOREIGN KEY (activity) REFERENCES activity (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- Classes A, B, C…: each its own occurrence in the calendar.
CREATE TABLE activity_class (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  activity INT UNSIGNED NOT NULL,
  letter CHAR(1) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  starts DATE NOT NULL,
  ends DATE NOT NULL,
  places_wanted SMALLINT UNSIGNED NOT NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY activity_class_letter (activity, letter),
  UNIQUE KEY activity_class_of_activity (activity, id),
  CONSTRAINT activity_class_activity FOREIGN KEY (activity) REFERENCES activity (id),
  CONSTRAINT activity_class_days CHECK (ends >= starts)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

CREATE TABLE activity_requirement (
  activity INT UNSIGNED NOT NULL,
  requirement INT UNSIGNED NOT NULL,
  PRIMARY KEY (activity, requirement),
  KEY activity_requirement_requirement (requirement),
  CONSTRAINT activity_requirement_activity FOREIGN KEY (activity) REFERENCES activity (id),
  CONSTRAINT activity_requirement_requirement FOREIGN KEY (requirement) REFERENCES requirement (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

CREATE TABLE placement_order (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  activity INT UNSIGNED NOT NULL,
  site INT UNSIGNED NOT NULL,
  places SMALLINT UNSIGNED NOT NULL,                    -- asked for
  places_confirmed SMALLINT UNSIGNED NOT NULL DEFAULT 0, -- sum of capacity while answered or closed, else 0
  message VARCHAR(1000) NULL,                           -- to the site
  state ENUM('draft','sent','answered','withdrawn','closed') NOT NULL DEFAULT 'draft',
  answer ENUM('confirmed','declined') NULL,             -- of an answered or closed order
  answer_message VARCHAR(1000) NULL,                    -- to the institution; the reason when declined
  sent_at DATETIME NULL,
  due_on DATE NULL,                                     -- answer wanted by
  answered_at DATETIME NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY placement_order_of_site (site, id),
  KEY placement_order_activity (institution, activity, state),
  KEY placement_order_due (institution, state, due_on),
  KEY placement_order_answered (institution, state, answered_at),
  KEY placement_order_site (site, state, due_on),
  KEY placement_order_calendar (site, activity, state),
  KEY placement_order_by_activity (activity, site, state),
  CONSTRAINT placement_order_activity FOREIGN KEY (institution, activity) REFERENCES activity (institution, id),
  CONSTRAINT placement_order_site FOREIGN KEY (site) REFERENCES site (id),
  CONSTRAINT placement_order_places CHECK (places BETWEEN 1 AND 999),
  CONSTRAINT placement_order_answer CHECK ((state IN ('answered','closed')) = (answer IS NOT NULL)),
  CONSTRAINT placement_order_confirmed CHECK (places_confirmed = 0 OR (answer IS NOT NULL AND answer = 'confirmed')),
  CONSTRAINT placement_order_sent CHECK (state = 'draft' OR (sent_at IS NOT NULL AND due_on IS NOT NULL)),
  CONSTRAINT placement_order_answered CHECK (answer IS NULL OR answered_at IS NOT NULL)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- A site's answer per unit. Kept when an order is reopened, as what the site said last.
CREATE TABLE capacity (
  site INT UNSIGNED NOT NULL,
  placement_order INT UNSIGNED NOT NULL,
  unit INT UNSIGNED NOT NULL,
  places SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (placement_order, unit),
  KEY capacity_order (site, placement_order),
  KEY capacity_unit (site, unit),
  CONSTRAINT capacity_order FOREIGN KEY (site, placement_order) REFERENCES placement_order (site, id),
  CONSTRAINT capacity_unit FOREIGN KEY (site, unit) REFERENCES unit (site, id),
  CONSTRAINT capacity_places CHECK (places BETWEEN 0 AND 999)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- Who may act as what, where, when. institution, site (and unit) are NULL where the role has none.
CREATE TABLE person_grant (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person INT UNSIGNED NOT NULL,
  role ENUM('system_administrator','placement_administrator','placement_adviser','institution_coordinator',
            'lecturer','site_administrator','site_coordinator','supervisor','student') NOT NULL,
  institution INT UNSIGNED NULL,
  site INT UNSIGNED NULL,
  unit INT UNSIGNED NULL,
  activity INT UNSIGNED NULL,
  activity_class INT UNSIGNED NULL,
  valid_from DATE NOT NULL,
  valid_to DATE NULL, -- last day
  version INT UNSIGNED NOT NULL DEFAULT 1,
  KEY person_grant_person (person, role, institution, site, unit, activity, valid_from, valid_to), -- all that rights ask
  KEY person_grant_institution (institution, role, person, valid_from, valid_to),
  KEY person_grant_site (site, role, person, valid_from, valid_to),
  KEY person_grant_unit (site, unit),
  KEY person_grant_activity (activity, person),
  KEY person_grant_class (activity, activity_class),
  CONSTRAINT person_grant_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT person_grant_institution FOREIGN KEY (institution) REFERENCES institution (id),
  CONSTRAINT person_grant_site FOREIGN KEY (site) REFERENCES site (id),
  CONSTRAINT person_grant_unit FOREIGN KEY (site, unit) REFERENCES unit (site, id),
  CONSTRAINT person_grant_activity FOREIGN KEY (activity) REFERENCES activity (id),
  CONSTRAINT person_grant_class FOREIGN KEY (activity, activity_class) REFERENCES activity_class (activity, id),
  CONSTRAINT person_grant_days CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT person_grant_place CHECK (
    (role = 'system_administrator' AND institution IS NULL AND site IS NULL)
    OR (role IN ('placement_administrator','placement_adviser','institution_coordinator','lecturer','student')
        AND institution IS NOT NULL AND site IS NULL)
    OR (role IN ('site_administrator','site_coordinator','supervisor') AND site IS NOT NULL AND institution IS NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- The spine: what happened. The account that serves may only add to it.
CREATE TABLE event (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  uuid UUID NOT NULL,
  at DATETIME(6) NOT NULL,
  person INT UNSIGNED NULL, -- NULL: the system itself
  area VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  kind VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  thing VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  thing_id INT UNSIGNED NOT NULL,
  thing_version INT UNSIGNED NULL,
  institution INT UNSIGNED NULL,
  site INT UNSIGNED NULL,
  activity INT UNSIGNED NULL,
  request CHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  UNIQUE KEY event_uuid (uuid),
  KEY event_thing (thing, thing_id, id),
  KEY event_activity (activity, id),
  KEY event_person (person, id),
  CONSTRAINT event_person FOREIGN KEY (person) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

CREATE TABLE event_change (
  event BIGINT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL,
  field VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  subject VARCHAR(160) NULL,
  old_value VARCHAR(4000) NULL,
  new_value VARCHAR(4000) NULL,
  PRIMARY KEY (event, number),
  CONSTRAINT event_change_event FOREIGN KEY (event) REFERENCES event (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- A form's token, once used: a second submission finds where the first one went.
CREATE TABLE submission (
  token BINARY(32) NOT NULL PRIMARY KEY,
  person INT UNSIGNED NULL,
  location VARCHAR(200) NOT NULL DEFAULT '',
  flash VARCHAR(40) NOT NULL DEFAULT '',
  at DATETIME NOT NULL,
  KEY submission_at (at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

CREATE TABLE session (
  token_hash BINARY(32) NOT NULL PRIMARY KEY,
  person INT UNSIGNED NOT NULL,
  form_key BINARY(32) NOT NULL,
  created_at DATETIME NOT NULL,
  seen_at DATETIME NOT NULL,
  address VARCHAR(45) NOT NULL,
  KEY session_person (person),
  KEY session_seen (seen_at),
  CONSTRAINT session_person FOREIGN KEY (person) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

CREATE TABLE sign_in_attempt (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  account_hash BINARY(32) NOT NULL, -- of what was typed, known or not
  address VARCHAR(45) NOT NULL,
  at DATETIME NOT NULL,
  succeeded TINYINT UNSIGNED NOT NULL,
  KEY sign_in_attempt_account (account_hash, at),
  KEY sign_in_attempt_address (address, at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- Mails, written in the transaction of what they tell; sent by `praktikum jobs`.
CREATE TABLE mail (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event BIGINT UNSIGNED NOT NULL,
  person INT UNSIGNED NOT NULL,
  kind VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  state ENUM('waiting','sent','failed') NOT NULL DEFAULT 'waiting',
  attempts SMALLINT UNSIGNED NOT NULL DEFAULT 0,
  next_at DATETIME NOT NULL,
  sent_at DATETIME NULL,
  error VARCHAR(500) NULL,
  UNIQUE KEY mail_once (event, person, kind),
  KEY mail_waiting (state, next_at),
  KEY mail_person (person),
  CONSTRAINT mail_event FOREIGN KEY (event) REFERENCES event (id),
  CONSTRAINT mail_person FOREIGN KEY (person) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;
