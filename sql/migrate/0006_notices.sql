-- What a person is told of, how they want to hear of it, and when a site is reminded of an order it has not answered.

-- What happened, for one person: the list inside. Which topic a kind belongs to is known to workflow/notify.c.
CREATE TABLE notice (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  event BIGINT UNSIGNED NOT NULL,
  person INT UNSIGNED NOT NULL,
  kind VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL, -- as the mail's: order_sent
  topic ENUM('orders','reminders','roles','imports','account') NOT NULL,
  delivery ENUM('mail','digest','none') NOT NULL, -- as the person had chosen then
  digest BIGINT UNSIGNED NULL,                    -- the mail that gathered it
  created_at DATETIME NOT NULL,
  read_at DATETIME NULL,
  UNIQUE KEY notice_once (event, person, kind),
  KEY notice_person (person, read_at, id), -- how many are unread, on every page: from the index alone
  KEY notice_newest (person, id),
  KEY notice_collected (delivery, digest, person),
  KEY notice_created (created_at),
  CONSTRAINT notice_event FOREIGN KEY (event) REFERENCES event (id),
  CONSTRAINT notice_person FOREIGN KEY (person) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- No row: by mail, at once. What concerns the account is always mailed.
CREATE TABLE notice_choice (
  person INT UNSIGNED NOT NULL,
  topic ENUM('orders','reminders','roles','imports') NOT NULL,
  delivery ENUM('mail','digest','none') NOT NULL,
  PRIMARY KEY (person, topic),
  CONSTRAINT notice_choice_person FOREIGN KEY (person) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- That a person's digest of that day was made: the primary key keeps two processes from making two.
CREATE TABLE notice_digest (
  person INT UNSIGNED NOT NULL,
  on_day DATE NOT NULL,
  PRIMARY KEY (person, on_day),
  CONSTRAINT notice_digest_person FOREIGN KEY (person) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- An address that reads a person's feed without signing in. The database alone cannot make one: it is keyed by the program
-- from id and salt.
CREATE TABLE private_address (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person INT UNSIGNED NOT NULL,
  purpose VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  salt CHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  created_at DATETIME NOT NULL,
  last_used_at DATETIME NULL, -- to the hour
  ended_at DATETIME NULL,
  KEY private_address_person (person, purpose, ended_at),
  CONSTRAINT private_address_person FOREIGN KEY (person) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- Days before the day an answer is wanted, and after it. NULL: not at all.
SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE institution
  ADD COLUMN first_reminder_days SMALLINT UNSIGNED NULL DEFAULT 7 AFTER answer_days,
  ADD COLUMN second_reminder_days SMALLINT UNSIGNED NULL DEFAULT 1 AFTER first_reminder_days,
  ADD COLUMN escalation_days SMALLINT UNSIGNED NULL DEFAULT 3 AFTER second_reminder_days,
  ADD COLUMN reminders_digest TINYINT UNSIGNED NOT NULL DEFAULT 0 AFTER escalation_days, -- one mail a recipient a day
  ADD CONSTRAINT institution_reminders CHECK (second_reminder_days < first_reminder_days);

-- What an unanswered order has been through, for the day its answer is wanted by: a reopened order has a new day and begins
-- anew. The primary key is what keeps two processes from reminding twice.
CREATE TABLE order_reminder (
  placement_order INT UNSIGNED NOT NULL,
  due_on DATE NOT NULL,
  stage ENUM('first','second','escalation','asked') NOT NULL, -- asked: by the institution, with a button; the last time
  on_day DATE NOT NULL,
  event BIGINT UNSIGNED NULL, -- NULL: passed over, a later stage was due already
  PRIMARY KEY (placement_order, due_on, stage),
  KEY order_reminder_event (event),
  CONSTRAINT order_reminder_order FOREIGN KEY (placement_order) REFERENCES placement_order (id),
  CONSTRAINT order_reminder_event FOREIGN KEY (event) REFERENCES event (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;
