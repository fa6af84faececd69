-- A placement's days follow its class: whom that concerns is told like of any other change.
ALTER TABLE share_change
  MODIFY COLUMN kind ENUM('placed','moved','people','days','ended') NOT NULL; -- people: supervisor or lecturer only
