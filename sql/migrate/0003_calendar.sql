-- The calendar's lines, kept by the actions that change an activity or its classes: one row an activity
-- without classes (letter ''), else one row a class. In the order they are shown, so that a page of fifty
-- reads fifty rows however many there are. Derived, so not versioned.

CREATE TABLE occurrence (
  activity INT UNSIGNED NOT NULL,
  letter CHAR(1) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  institution INT UNSIGNED NOT NULL,
  name VARCHAR(160) NOT NULL,
  term CHAR(6) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL, -- the activity's
  starts DATE NOT NULL,
  ends DATE NOT NULL,
  places_wanted SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (activity, letter),
  KEY occurrence_starts (institution, starts, activity, letter, ends),
  KEY occurrence_ends (institution, ends),
  CONSTRAINT occurrence_activity FOREIGN KEY (institution, activity) REFERENCES activity (institution, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

INSERT INTO occurrence (activity, letter, institution, name, term, starts, ends, places_wanted)
SELECT a.id, COALESCE(c.letter, ''), a.institution, a.name, a.term, COALESCE(c.starts, a.starts),
       COALESCE(c.ends, a.ends), COALESCE(c.places_wanted, a.places_wanted)
FROM activity a LEFT JOIN activity_class c ON c.activity = a.id;
