-- A job that waits is never begun, one that runs is asked to stop. Goes on with AND which.
UPDATE job SET finished_at = IF(state = 'waiting', UTC_TIMESTAMP(), finished_at), cancel_wanted = IF(state = 'running', 1, cancel_wanted),
  state = IF(state = 'waiting', 'cancelled', state)
WHERE state IN ('waiting', 'running')
