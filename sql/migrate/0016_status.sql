-- How far the allocation of an activity is: the calendar tells it on every line.
SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE activity_count
  ADD COLUMN registered INT UNSIGNED NOT NULL DEFAULT 0, -- students who are to have a place
  ADD COLUMN wishes_from DATE NULL,                      -- when they may begin to wish
  ADD COLUMN shared TINYINT UNSIGNED NOT NULL DEFAULT 0; -- sites and students see the allocation

UPDATE activity_count n
JOIN allocation_plan p ON p.activity = n.activity
SET n.registered = (SELECT COUNT(*) FROM registration r WHERE r.activity = n.activity AND r.state = 'registered'),
    n.wishes_from = p.wishes_from, n.shared = p.shares > 0;
