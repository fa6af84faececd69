-- An import of an activity's students: the one kind that belongs to an activity.

ALTER TABLE import
  ADD COLUMN activity INT UNSIGNED NULL,
  ADD KEY import_activity (institution, activity),
  ADD CONSTRAINT import_of_activity FOREIGN KEY (institution, activity) REFERENCES activity (institution, id),
  DROP CONSTRAINT import_kind,
  ADD CONSTRAINT import_kind CHECK (kind IN ('units','people','programmes','instances','agreements','registrations')),
  ADD CONSTRAINT import_activity CHECK ((kind = 'registrations') = (activity IS NOT NULL));

ALTER TABLE import_row
  ADD COLUMN person_id INT UNSIGNED NULL, -- of registrations: whose; thing_id is the registration
  ADD COLUMN class_id INT UNSIGNED NULL,
  ADD COLUMN class CHAR(1) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  ADD COLUMN car TINYINT UNSIGNED NULL;

INSERT INTO import_field (kind, number, name, required, form, form_field) VALUES
  ('registrations', 1, 'email', 1, 'person', 'email'),
  ('registrations', 2, 'given_name', 0, 'person', 'given_name'),
  ('registrations', 3, 'family_name', 0, 'person', 'family_name'),
  ('registrations', 4, 'class', 0, NULL, NULL),
  ('registrations', 5, 'municipality', 0, NULL, NULL),
  ('registrations', 6, 'car', 0, NULL, NULL),
  ('registrations', 7, 'cohort', 0, NULL, NULL);
