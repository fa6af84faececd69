-- Kept by the actions that mark: lists and front pages ask for it of every paper.
SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE paper
  ADD COLUMN marks TINYINT UNSIGNED NOT NULL DEFAULT 0; -- that are complete: a grade, and points where these are given

-- An import of an assessor's points: the one kind that belongs to an exam, and is its assessor's alone.

ALTER TABLE import
  ADD COLUMN exam INT UNSIGNED NULL,
  ADD KEY import_exam (institution, exam),
  ADD CONSTRAINT import_of_exam FOREIGN KEY (institution, exam) REFERENCES exam (institution, id),
  DROP CONSTRAINT import_kind,
  ADD CONSTRAINT import_kind CHECK (kind IN ('units','people','programmes','instances','agreements','registrations','points')),
  ADD CONSTRAINT import_exam CHECK ((kind = 'points') = (exam IS NOT NULL));

ALTER TABLE import_row
  ADD COLUMN points DECIMAL(7,2) NULL,
  ADD COLUMN grade VARCHAR(200) NULL,
  ADD COLUMN grade_position TINYINT UNSIGNED NULL, -- what the grade's word means, or the boundaries give
  ADD COLUMN comment VARCHAR(2000) NULL;

INSERT INTO import_field (kind, number, name, required, form, form_field) VALUES
  ('points', 1, 'code', 1, NULL, NULL),
  ('points', 2, 'points', 0, 'marks', 'points'),
  ('points', 3, 'grade', 0, NULL, NULL),
  ('points', 4, 'comment', 0, 'marks', 'comment');
