-- Placement periods are assessed: what a warning that came late says of why, how many hours a period has, when to remind.

SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE doubt
  ADD COLUMN late_reason VARCHAR(1000) NULL,
  ADD CONSTRAINT doubt_late CHECK ((late = 1) = (late_reason IS NOT NULL));

SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE institution
  ADD COLUMN assess_reminder_days TINYINT UNSIGNED NOT NULL DEFAULT 3; -- before a warning, a midway and a final assessment are due

-- One row a student whose attendance somebody has entered. No row: nothing was entered, and the hours are those of its weekdays.
CREATE TABLE attendance (
  registration INT UNSIGNED NOT NULL PRIMARY KEY,
  hours_planned DECIMAL(5,1) NOT NULL,
  version INT UNSIGNED NOT NULL DEFAULT 1,
  CONSTRAINT attendance_registration FOREIGN KEY (registration) REFERENCES registration (id),
  CONSTRAINT attendance_hours CHECK (hours_planned > 0)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_uca1400_danish_ai_ci WITH SYSTEM VERSIONING;
