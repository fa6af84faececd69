-- What organisations' partners hear of: nothing of whose calendars are subscribed to.
INSERT INTO feed_kind (kind, feed, institution, site) VALUES
  ('person.calendar_opened', 'none', 0, 0), ('person.calendar_ended', 'none', 0, 0),
  ('institution.calendar_made', 'none', 0, 0), ('institution.calendar_ended', 'none', 0, 0),
  ('site.calendar_made', 'none', 0, 0), ('site.calendar_ended', 'none', 0, 0);

-- The person that stands for a partner has no e-mail address.
SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE person MODIFY COLUMN email VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NULL;
