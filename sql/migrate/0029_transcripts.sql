-- Result transcripts: what was given out, word for word, so that its verification depends on nothing that is changed or tidied away
-- later; and how institutions are known to others, which EMREX ELMO asks for.

SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE institution
  ADD COLUMN web VARCHAR(200) NULL,           -- its web site, "https://www.example.org"
  ADD COLUMN schac VARCHAR(100) NULL,         -- its name in SCHAC, the domain name of its web site
  ADD COLUMN erasmus VARCHAR(20) NULL;        -- its Erasmus code, "N BERGEN01"

ALTER TABLE transcript
  ADD COLUMN name VARCHAR(161) NOT NULL,              -- whose, as it was
  ADD COLUMN institution_name VARCHAR(160) NOT NULL,  -- likewise
  ADD COLUMN programme VARCHAR(160) NULL,             -- what they read, likewise
  ADD COLUMN programme_en VARCHAR(160) NULL,
  ADD COLUMN withdrawn_by INT UNSIGNED NULL,
  ADD KEY transcript_withdrawn_by (withdrawn_by),
  ADD CONSTRAINT transcript_withdrawn_by FOREIGN KEY (withdrawn_by) REFERENCES person (id),
  ADD CONSTRAINT transcript_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL));

-- The results it holds. Grade, points and day are those of the decision, which is never changed: a newer one stands beside it.
CREATE TABLE transcript_result (
  transcript INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL, -- from 1, as they are shown
  result INT UNSIGNED NOT NULL,
  decision SMALLINT UNSIGNED NOT NULL,
  course_code VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  course_name VARCHAR(160) NOT NULL,
  course_name_en VARCHAR(160) NULL,
  module_code VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  module_name VARCHAR(160) NULL,
  module_name_en VARCHAR(160) NULL,
  term CHAR(6) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  credits DECIMAL(4,1) NULL, -- earned: NULL when not passed, or counted with another of them
  PRIMARY KEY (transcript, number),
  UNIQUE KEY transcript_result_once (transcript, result),
  KEY transcript_result_decision (result, decision),
  CONSTRAINT transcript_result_transcript FOREIGN KEY (transcript) REFERENCES transcript (id),
  CONSTRAINT transcript_result_decision FOREIGN KEY (result, decision) REFERENCES result_decision (result, number)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- Who verifies is none of the partners' business.
INSERT INTO feed_kind (kind, feed, institution, site) VALUES
  ('transcript.given', 'none', 0, 0),
  ('transcript.withdrawn', 'none', 0, 0);
