-- The table job, for `praktikum jobs`, each step a transaction of its own. Several may run: what one holds the others skip.

-- step: release
-- An earlier process of this lane had them when it died.
UPDATE job SET state = 'waiting', claim = NULL, next_at = UTC_TIMESTAMP() WHERE state = 'running' AND claim = :claim

-- step: revive
-- Nobody has heard of them for long.
UPDATE job SET state = 'waiting', claim = NULL, next_at = UTC_TIMESTAMP()
WHERE state = 'running' AND heartbeat_at < UTC_TIMESTAMP() - INTERVAL :stale SECOND

-- step: find
SELECT id, kind, thing, thing_id, person, lang, attempts FROM job
WHERE state = 'waiting' AND next_at <= UTC_TIMESTAMP() {if prints} AND (kind = 'print') = :prints {end}
ORDER BY next_at, id LIMIT 1 FOR UPDATE SKIP LOCKED

-- step: claim
UPDATE job SET state = 'running', claim = :claim, heartbeat_at = UTC_TIMESTAMP(), attempts = attempts + 1, progress = 0,
  total = NULL, error = NULL, started_at = UTC_TIMESTAMP()
WHERE id = :job

-- step: look
SELECT cancel_wanted FROM job WHERE id = :job AND state = 'running' AND claim = :claim

-- step: pulse
UPDATE job SET heartbeat_at = UTC_TIMESTAMP(), progress = :progress, total = :total
WHERE id = :job AND state = 'running' AND claim = :claim

-- step: done
UPDATE job SET state = 'done', claim = NULL, progress = :progress, total = :progress, error = NULL,
  finished_at = UTC_TIMESTAMP()
WHERE id = :job AND claim = :claim

-- step: put_off
UPDATE job SET state = 'waiting', claim = NULL, next_at = UTC_TIMESTAMP() + INTERVAL :pause SECOND, error = :error
WHERE id = :job AND claim = :claim

-- step: put_back
-- The program ends: that was no attempt.
UPDATE job SET state = 'waiting', claim = NULL, next_at = UTC_TIMESTAMP(), attempts = attempts - 1
WHERE id = :job AND claim = :claim

-- step: cancel
UPDATE job SET state = 'cancelled', claim = NULL, finished_at = UTC_TIMESTAMP() WHERE id = :job AND claim = :claim

-- step: give_up
UPDATE job SET state = 'failed', claim = NULL, error = :error, finished_at = UTC_TIMESTAMP()
WHERE id = :job AND claim = :claim

-- step: left
SELECT COUNT(*) AS jobs FROM job WHERE state = 'running' OR (state = 'waiting' AND next_at <= UTC_TIMESTAMP() + INTERVAL 60 SECOND)
