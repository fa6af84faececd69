-- The day by which the first of an activity's unanswered orders is wanted: the calendar tells it on every line.
SET STATEMENT system_versioning_alter_history = KEEP FOR
ALTER TABLE activity_count ADD COLUMN due_on DATE NULL; -- of sent orders

UPDATE activity_count n
JOIN (SELECT o.activity, MIN(o.due_on) AS due_on FROM placement_order o WHERE o.state = 'sent' GROUP BY o.activity) t
  ON t.activity = n.activity
SET n.due_on = t.due_on;
