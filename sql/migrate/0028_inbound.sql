-- What partners send: students known by their number, and answers that can be given again.

-- The institution's own number of a student; NULL: not known here. Partners that send registrations tell it.
SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE student
  ADD COLUMN number VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL,
  ADD UNIQUE KEY student_number (institution, number);

INSERT INTO feed_kind (kind, feed, institution, site) VALUES
  ('person.number_told', 'none', 0, 0), ('registrations.received', 'none', 0, 0), ('exam_session.received', 'none', 0, 0);

-- request: of the events that the message left. outcomes: a letter a row: m made, c changed, s the same.
ALTER TABLE inbound
  ADD COLUMN request CHAR(32) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL,
  ADD COLUMN outcomes VARCHAR(5000) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL;
