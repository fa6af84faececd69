-- What an automatic run found: a proposal beside the present state, with all it takes to explain it. Nothing of it is seen but
-- by those who allocate, until it is taken; then it is the `allocation` that is worked on.
--
-- The run reads in one transaction, works without one, and writes all of its result in one that also makes the proposal ready.
-- What it read of each student and unit stays with it, so that a change since is found and named before it is taken.
-- Discarded, only the proposal's own row is left.

CREATE TABLE proposal (
  id INT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
  institution INT UNSIGNED NOT NULL,
  activity INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL, -- of the activity's, from 1
  person INT UNSIGNED NOT NULL,      -- who asked
  state ENUM('asked','ready','taken','discarded') NOT NULL DEFAULT 'asked',
  -- as the run read them
  objective ENUM('weighted','rank_maximal') NOT NULL,
  avoid_earlier TINYINT UNSIGNED NOT NULL,
  limit_km SMALLINT UNSIGNED NULL,
  limit_car_km SMALLINT UNSIGNED NULL,
  shared TINYINT UNSIGNED NOT NULL DEFAULT 0, -- it was shared before: changes come before wishes
  input BINARY(32) NULL,  -- of all that was read: the same gives the same result
  result BINARY(32) NULL, -- of who goes where
  students INT UNSIGNED NOT NULL DEFAULT 0,
  places INT UNSIGNED NOT NULL DEFAULT 0,
  placed INT UNSIGNED NOT NULL DEFAULT 0,
  locked INT UNSIGNED NOT NULL DEFAULT 0,
  pairs BIGINT UNSIGNED NOT NULL DEFAULT 0, -- of student and unit that the proof went through: all
  groups_together SMALLINT UNSIGNED NOT NULL DEFAULT 0, -- groups of two and more, each at one unit
  groups_apart SMALLINT UNSIGNED NOT NULL DEFAULT 0,    -- which no unit had room for
  proof ENUM('optimal','bounded') NOT NULL DEFAULT 'bounded',
  placed_most INT UNSIGNED NOT NULL DEFAULT 0, -- no allocation can place more
  -- bounded: at most so many per cent better is possible, in what
  gap DECIMAL(9,4) NULL,
  gap_in ENUM('unplaced','changes','wishes','worse','travel','lot') NULL,
  swaps INT UNSIGNED NOT NULL DEFAULT 0,      -- pairs of whom one would gain by changing places and the other not lose
  exchange TINYINT UNSIGNED NOT NULL DEFAULT 0, -- 0: it is proven that no exchange among any number of students is like that
  left_over INT UNSIGNED NOT NULL DEFAULT 0,  -- places that nobody takes
  milliseconds INT UNSIGNED NOT NULL DEFAULT 0,
  created_at DATETIME NOT NULL,
  found_at DATETIME NULL,
  taken_at DATETIME NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  UNIQUE KEY proposal_number (activity, number),
  KEY proposal_activity (institution, activity),
  KEY proposal_person (person),
  CONSTRAINT proposal_activity FOREIGN KEY (institution, activity) REFERENCES activity (institution, id),
  CONSTRAINT proposal_person FOREIGN KEY (person) REFERENCES person (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- The units with places, as the run read them.
CREATE TABLE proposal_unit (
  proposal INT UNSIGNED NOT NULL,
  site INT UNSIGNED NOT NULL,
  unit INT UNSIGNED NOT NULL,
  places SMALLINT UNSIGNED NOT NULL,
  used SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (proposal, unit),
  KEY proposal_unit_unit (site, unit),
  CONSTRAINT proposal_unit_proposal FOREIGN KEY (proposal) REFERENCES proposal (id) ON DELETE CASCADE,
  CONSTRAINT proposal_unit_unit FOREIGN KEY (site, unit) REFERENCES unit (site, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- Each student: where the run would have them, and what it read of them.
CREATE TABLE proposal_student (
  proposal INT UNSIGNED NOT NULL,
  registration INT UNSIGNED NOT NULL,
  site INT UNSIGNED NULL,
  unit INT UNSIGNED NULL, -- NULL: no place
  wish TINYINT UNSIGNED NULL, -- the unit's number among their wishes; NULL: not among them
  wishes TINYINT UNSIGNED NOT NULL DEFAULT 0, -- how many there were
  km SMALLINT UNSIGNED NULL,  -- NULL: not known
  units SMALLINT UNSIGNED NOT NULL DEFAULT 0, -- how many no rule forbids them
  registration_version INT UNSIGNED NOT NULL,
  old_site INT UNSIGNED NULL, -- in the allocation
  old_unit INT UNSIGNED NULL,
  old_locked TINYINT UNSIGNED NOT NULL DEFAULT 0,
  shared_site INT UNSIGNED NULL, -- in what was shared
  shared_unit INT UNSIGNED NULL,
  PRIMARY KEY (proposal, registration),
  KEY proposal_student_place (proposal, unit),
  KEY proposal_student_unit (site, unit),
  KEY proposal_student_registration (registration),
  CONSTRAINT proposal_student_proposal FOREIGN KEY (proposal) REFERENCES proposal (id) ON DELETE CASCADE,
  CONSTRAINT proposal_student_registration FOREIGN KEY (registration) REFERENCES registration (id),
  CONSTRAINT proposal_student_unit FOREIGN KEY (site, unit) REFERENCES unit (site, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- Their wishes as the run read them, and what became of each.
CREATE TABLE proposal_wish (
  proposal INT UNSIGNED NOT NULL,
  registration INT UNSIGNED NOT NULL,
  number TINYINT UNSIGNED NOT NULL,
  site INT UNSIGNED NOT NULL,
  unit INT UNSIGNED NOT NULL,
  -- got: it is theirs. lower: not needed, a better one is. locked: the row is locked elsewhere. no_places: the unit has none
  -- here. excluded: a rule forbids it. group: their group goes elsewhere. full: taken by others. free: a place is left there, but
  -- it would cost more in what comes first (as few changes as can be, once shared).
  why ENUM('got','lower','locked','no_places','excluded','group','full','free') NOT NULL,
  obstacles SET('class','requirement','accommodation','interest','employer','earlier','busy','reach','travel') NOT NULL DEFAULT '',
  -- full, free: were it theirs nevertheless, what is lost at best. Whom it would touch: proposal_step.
  others SMALLINT UNSIGNED NOT NULL DEFAULT 0,    -- who go elsewhere
  rank_up SMALLINT UNSIGNED NOT NULL DEFAULT 0,   -- of them: to a better wish
  rank_down SMALLINT UNSIGNED NOT NULL DEFAULT 0, -- to a worse one, or to none
  lose SMALLINT UNSIGNED NOT NULL DEFAULT 0,      -- nowhere
  unplaced SMALLINT NOT NULL DEFAULT 0,           -- more students without a place, all in all
  changes SMALLINT NOT NULL DEFAULT 0,            -- more who are elsewhere than was shared
  km INT NOT NULL DEFAULT 0,                      -- more, all together
  even TINYINT UNSIGNED NOT NULL DEFAULT 0,       -- it would be just as good: the lot decided
  PRIMARY KEY (proposal, registration, number),
  KEY proposal_wish_unit (site, unit),
  CONSTRAINT proposal_wish_student FOREIGN KEY (proposal, registration)
    REFERENCES proposal_student (proposal, registration) ON DELETE CASCADE,
  CONSTRAINT proposal_wish_unit FOREIGN KEY (site, unit) REFERENCES unit (site, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- Who would go elsewhere if that wish were met, one after the other.
CREATE TABLE proposal_step (
  proposal INT UNSIGNED NOT NULL,
  registration INT UNSIGNED NOT NULL,
  wish TINYINT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL, -- 0: the student
  mover INT UNSIGNED NOT NULL,
  old_site INT UNSIGNED NULL,
  old_unit INT UNSIGNED NULL,
  old_wish TINYINT UNSIGNED NULL,
  new_site INT UNSIGNED NULL,
  new_unit INT UNSIGNED NULL, -- NULL: no place is left for them
  new_wish TINYINT UNSIGNED NULL,
  PRIMARY KEY (proposal, registration, wish, number),
  KEY proposal_step_mover (proposal, mover),
  CONSTRAINT proposal_step_wish FOREIGN KEY (proposal, registration, wish)
    REFERENCES proposal_wish (proposal, registration, number) ON DELETE CASCADE,
  CONSTRAINT proposal_step_mover FOREIGN KEY (proposal, mover) REFERENCES proposal_student (proposal, registration) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- Not everyone has a place: so many students, whom only these units can take, and too few places there. units 0: no unit at all.
CREATE TABLE proposal_shortage (
  proposal INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL,
  students SMALLINT UNSIGNED NOT NULL,
  locked SMALLINT UNSIGNED NOT NULL, -- of them, at these units
  units SMALLINT UNSIGNED NOT NULL,
  places SMALLINT UNSIGNED NOT NULL,
  missing SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (proposal, number),
  CONSTRAINT proposal_shortage_proposal FOREIGN KEY (proposal) REFERENCES proposal (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

CREATE TABLE proposal_shortage_student (
  proposal INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL,
  registration INT UNSIGNED NOT NULL,
  PRIMARY KEY (proposal, number, registration),
  KEY proposal_shortage_student_registration (proposal, registration),
  CONSTRAINT proposal_shortage_student_shortage FOREIGN KEY (proposal, number)
    REFERENCES proposal_shortage (proposal, number) ON DELETE CASCADE,
  CONSTRAINT proposal_shortage_student_student FOREIGN KEY (proposal, registration)
    REFERENCES proposal_student (proposal, registration) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

CREATE TABLE proposal_shortage_unit (
  proposal INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL,
  site INT UNSIGNED NOT NULL,
  unit INT UNSIGNED NOT NULL,
  mends SMALLINT UNSIGNED NOT NULL, -- how many of those missing have a place if this unit alone has places enough
  PRIMARY KEY (proposal, number, unit),
  KEY proposal_shortage_unit_unit (site, unit),
  CONSTRAINT proposal_shortage_unit_shortage FOREIGN KEY (proposal, number)
    REFERENCES proposal_shortage (proposal, number) ON DELETE CASCADE,
  CONSTRAINT proposal_shortage_unit_unit FOREIGN KEY (site, unit) REFERENCES unit (site, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- What would mend it, beside more places: were these rules given up for this one student, one student more had a place.
CREATE TABLE proposal_remedy (
  proposal INT UNSIGNED NOT NULL,
  number SMALLINT UNSIGNED NOT NULL,
  registration INT UNSIGNED NOT NULL,
  site INT UNSIGNED NOT NULL,
  unit INT UNSIGNED NOT NULL,
  position SMALLINT UNSIGNED NOT NULL, -- the least first
  obstacles SET('class','requirement','accommodation','interest','employer','earlier','busy','reach','travel') NOT NULL,
  PRIMARY KEY (proposal, number, registration, unit),
  KEY proposal_remedy_student (proposal, registration),
  KEY proposal_remedy_unit (site, unit),
  CONSTRAINT proposal_remedy_shortage FOREIGN KEY (proposal, number)
    REFERENCES proposal_shortage (proposal, number) ON DELETE CASCADE,
  CONSTRAINT proposal_remedy_student FOREIGN KEY (proposal, registration)
    REFERENCES proposal_student (proposal, registration) ON DELETE CASCADE,
  CONSTRAINT proposal_remedy_unit FOREIGN KEY (site, unit) REFERENCES unit (site, id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;

-- How many more would have a place if a rule held for nobody.
CREATE TABLE proposal_rule (
  proposal INT UNSIGNED NOT NULL,
  rule ENUM('class','requirement','conflict','earlier','reach','travel','locked') NOT NULL,
  students SMALLINT UNSIGNED NOT NULL,
  PRIMARY KEY (proposal, rule),
  CONSTRAINT proposal_rule_proposal FOREIGN KEY (proposal) REFERENCES proposal (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci;
