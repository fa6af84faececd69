-- Links that open without a password, and where one is signed in.

-- An invitation (sets the first password) or a forgotten password (sets a new one). The key in its address is made of
-- purpose, id and salt with the program's key; nothing here is enough to make one. At most one of each is open a person.
CREATE TABLE account_link (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person INT UNSIGNED NOT NULL,
  purpose ENUM('invitation','password') NOT NULL,
  salt CHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  created_at DATETIME NOT NULL,
  created_by INT UNSIGNED NULL, -- who invites; NULL: a forgotten password, asked for by whoever
  expires_at DATETIME NOT NULL,
  ended ENUM('used','voided','withdrawn') NULL, -- voided: by a newer one
  ended_at DATETIME NULL,
  open_for INT UNSIGNED AS (IF(ended IS NULL, person, NULL)) STORED,
  UNIQUE KEY account_link_open (purpose, open_for),
  KEY account_link_person (person, purpose, created_at),
  KEY account_link_created_by (created_by),
  CONSTRAINT account_link_person FOREIGN KEY (person) REFERENCES person (id),
  CONSTRAINT account_link_created_by FOREIGN KEY (created_by) REFERENCES person (id),
  CONSTRAINT account_link_ended CHECK ((ended IS NULL) = (ended_at IS NULL)),
  CONSTRAINT account_link_inviter CHECK ((purpose = 'invitation') = (created_by IS NOT NULL))
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- What was typed under "forgotten password", until `praktikum jobs` has looked whether there is such an account: the page
-- cannot tell, not even by its time.
CREATE TABLE password_request (
  id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  at DATETIME NOT NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

ALTER TABLE account ADD COLUMN signed_in_at DATETIME NULL; -- last

-- The id is what pages call a session by; browser and system are words of the program, not what the browser sent.
ALTER TABLE session
  ADD COLUMN id INT UNSIGNED NOT NULL AUTO_INCREMENT,
  ADD COLUMN browser VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL DEFAULT '',
  ADD COLUMN system VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL DEFAULT '',
  ADD UNIQUE KEY session_id (id);
