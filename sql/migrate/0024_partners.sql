-- What leaves Praktikum besides pages: partners and their keys, the event feed, what partners send, subscribed calendars of
-- organisations, prints, transcripts.

-- Another system, of one institution or of one site. feeds: what it may read; writes: what it may send. Seen in histories as
-- `person`, a person without account, e-mail or grants that stands for it.
CREATE TABLE partner (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NULL,
  site INT UNSIGNED NULL,
  person INT UNSIGNED NOT NULL,
  name VARCHAR(80) NOT NULL,
  contact VARCHAR(254) NOT NULL, -- who is written to when a key is about to expire: an e-mail address
  feeds SET('events','organisations','activities','allocations','participants','results') NOT NULL DEFAULT '',
  writes SET('registrations','exam_registrations','results') NOT NULL DEFAULT '',
  addresses VARCHAR(1000) NULL, -- networks it may come from, as 192.0.2.0/24, separated by spaces; NULL: any
  per_minute SMALLINT UNSIGNED NOT NULL DEFAULT 120, -- requests
  made_at DATETIME NOT NULL,
  made_by INT UNSIGNED NOT NULL,
  ended_at DATETIME NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY partner_person (person),
  KEY partner_institution (institution, ended_at),
  KEY partner_site (site, ended_at),
  KEY partner_made_by (made_by),
  CONSTRAINT partner_institution FOREIGN KEY (institution) REFERENCES institution (id),
  CONSTRAINT partner_site FOREIGN KEY (site) REFERENCES site (id),
  CONSTRAINT partner_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT partner_made_by FOREIGN KEY (made_by) REFERENCES person (id),
  CONSTRAINT partner_organisation CHECK ((institution IS NULL) <> (site IS NULL)),
  CONSTRAINT partner_per_minute CHECK (per_minute BETWEEN 1 AND 6000)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;

-- A partner's keys. hash: of the whole key as it is sent; what stays. salt: from it and the key file the key can be made once
-- more, for who made it, until they say that they have it, it is used, or `shown_until` has passed; then it is NULL for good.
CREATE TABLE partner_key (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  partner INT UNSIGNED NOT NULL,
  hash BINARY(32) NULL, -- NULL only within the transaction that makes it
  salt CHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  shown_until DATETIME NULL,
  made_at DATETIME NOT NULL,
  made_by INT UNSIGNED NOT NULL,
  expires_on DATE NOT NULL, -- its last day
  ends_at DATETIME NULL, -- rotated: a newer one took its place, and it counts until then
  revoked_at DATETIME NULL,
  last_used_at DATETIME NULL,
  last_address VARCHAR(45) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  KEY partner_key_partner (partner, id),
  KEY partner_key_made_by (made_by),
  KEY partner_key_shown (shown_until),
  CONSTRAINT partner_key_partner FOREIGN KEY (partner) REFERENCES partner (id),
  CONSTRAINT partner_key_made_by FOREIGN KEY (made_by) REFERENCES person (id),
  CONSTRAINT partner_key_shown CHECK ((salt IS NULL) OR (shown_until IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- Which kinds of events which feed's readers are told of: those who may read `feed`; institution, site: whose partners. A kind without
-- a row is told to nobody; a test holds the kinds of the program to the rows here.
CREATE TABLE feed_kind (
  kind VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL PRIMARY KEY,
  feed ENUM('none','organisations','activities','allocations','participants','results') NOT NULL,
  institution TINYINT UNSIGNED NOT NULL DEFAULT 0,
  site TINYINT UNSIGNED NOT NULL DEFAULT 0,
  CONSTRAINT feed_kind_told CHECK (feed <> 'none' OR (institution = 0 AND site = 0))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- The entries of a partner's event feed, numbered without gaps from 1 in the order in which they were seen committed. Written
-- by `praktikum jobs` alone, added to and never changed, so a full page of them never changes either.
CREATE TABLE feed_entry (
  partner INT UNSIGNED NOT NULL,
  number INT UNSIGNED NOT NULL,
  event BIGINT UNSIGNED NOT NULL,
  told_at DATETIME(6) NOT NULL,
  PRIMARY KEY (partner, number),
  UNIQUE KEY feed_entry_once (event, partner),
  CONSTRAINT feed_entry_partner FOREIGN KEY (partner) REFERENCES partner (id),
  CONSTRAINT feed_entry_event FOREIGN KEY (event) REFERENCES event (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- Where a partner's feed begins and how far it is: events up to `settled` are all decided. Locked by who adds entries.
CREATE TABLE feed_state (
  partner INT UNSIGNED NOT NULL PRIMARY KEY,
  began BIGINT UNSIGNED NOT NULL, -- the last event before the partner was there
  settled BIGINT UNSIGNED NOT NULL,
  newest INT UNSIGNED NOT NULL DEFAULT 0, -- the highest number
  newest_at DATETIME(6) NULL,
  swept_at DATETIME NOT NULL, -- when all of them were last compared with the events
  CONSTRAINT feed_state_partner FOREIGN KEY (partner) REFERENCES partner (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- What a partner sent, once a message: the same id again is answered the same without doing anything. body: hash of what came;
-- the same id with another body is refused.
CREATE TABLE inbound (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  partner INT UNSIGNED NOT NULL,
  kind ENUM('registrations','exam_registrations','results') NOT NULL,
  message VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL, -- the sender's id
  body BINARY(32) NOT NULL,
  rows_sent INT UNSIGNED NOT NULL,
  rows_made INT UNSIGNED NOT NULL,
  rows_changed INT UNSIGNED NOT NULL,
  rows_same INT UNSIGNED NOT NULL,
  received_at DATETIME NOT NULL,
  UNIQUE KEY inbound_once (partner, message),
  KEY inbound_received (partner, received_at),
  CONSTRAINT inbound_partner FOREIGN KEY (partner) REFERENCES partner (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- A calendar to subscribe to, of a person (purpose `calendar`) or, as that person sees it, of an institution or a site alone.
ALTER TABLE private_address
  ADD COLUMN institution INT UNSIGNED NULL,
  ADD COLUMN site INT UNSIGNED NULL,
  ADD CONSTRAINT private_address_institution FOREIGN KEY (institution) REFERENCES institution (id),
  ADD CONSTRAINT private_address_site FOREIGN KEY (site) REFERENCES site (id),
  ADD CONSTRAINT private_address_organisation CHECK (institution IS NULL OR site IS NULL);

-- A print that somebody asked for, made by `praktikum jobs` (job of thing `print`): what is printed is the page `area`/`name` as
-- `person` may see it, of thing and id. Kept for a week.
CREATE TABLE print (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person INT UNSIGNED NOT NULL,
  lang CHAR(2) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  area VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  name VARCHAR(40) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  thing VARCHAR(30) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL, -- '' when it is of no thing
  thing_id INT UNSIGNED NOT NULL DEFAULT 0,
  query VARCHAR(400) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL DEFAULT '', -- of the address, as it was asked for
  title VARCHAR(200) NULL, -- once it is made
  pages SMALLINT UNSIGNED NULL,
  bytes INT UNSIGNED NULL,
  asked_at DATETIME NOT NULL,
  made_at DATETIME NULL,
  KEY print_person (person, id),
  KEY print_asked (asked_at),
  CONSTRAINT print_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT print_lang CHECK (lang IN ('nb','nn','sv','en'))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

CREATE TABLE print_piece (
  print INT UNSIGNED NOT NULL,
  piece SMALLINT UNSIGNED NOT NULL, -- from 1
  bytes MEDIUMBLOB NOT NULL,
  PRIMARY KEY (print, piece),
  CONSTRAINT print_piece_print FOREIGN KEY (print) REFERENCES print (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- A result transcript that was given out: who knows its code may see online what it said, as of `made_at` (results are
-- system-versioned), and whether something has changed since.
CREATE TABLE transcript (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  person INT UNSIGNED NOT NULL, -- whose results
  code CHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL, -- of random letters and digits, none easily mistaken
  made_at DATETIME(6) NOT NULL,
  made_by INT UNSIGNED NOT NULL,
  withdrawn_at DATETIME NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY transcript_code (code),
  KEY transcript_person (person, institution),
  KEY transcript_institution (institution),
  KEY transcript_made_by (made_by),
  CONSTRAINT transcript_institution FOREIGN KEY (institution) REFERENCES institution (id),
  CONSTRAINT transcript_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT transcript_made_by FOREIGN KEY (made_by) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;
