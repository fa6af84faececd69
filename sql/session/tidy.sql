-- Run now and then by `praktikum jobs`: what nobody needs any more.

-- step: sessions
DELETE FROM session WHERE created_at < :session_begun_since LIMIT 5000

-- step: submissions
DELETE FROM submission WHERE at < :now - INTERVAL 2 DAY LIMIT 5000

-- step: attempts
DELETE FROM sign_in_attempt WHERE at < :now - INTERVAL 30 DAY LIMIT 5000

-- step: failed_attempts
DELETE FROM sign_in_attempt WHERE succeeded = 0 AND at < :now - INTERVAL 1 DAY LIMIT 5000

-- Notices that were read long ago, and those that nobody ever will; of digests only that today's was made counts.
-- step: notices_read
DELETE FROM notice WHERE created_at < :now - INTERVAL 400 DAY AND read_at IS NOT NULL LIMIT 5000

-- step: notices_old
DELETE FROM notice WHERE created_at < :now - INTERVAL 800 DAY LIMIT 5000

-- step: digests
DELETE FROM notice_digest WHERE on_day < CAST(:now AS DATE) - INTERVAL 7 DAY LIMIT 5000

-- An import that nobody went on with, and the file of one that is done, are of no more use; both hold personal data.
-- step: import_files
DELETE FROM import_file WHERE import IN (SELECT x.id FROM import x WHERE x.created_at < :now - INTERVAL 30 DAY) LIMIT 40

-- step: import_rows
DELETE FROM import_row WHERE import IN (
  SELECT x.id FROM import x WHERE x.state IN ('new', 'unreadable', 'checked') AND x.created_at < :now - INTERVAL 30 DAY) LIMIT 5000

-- step: imports
DELETE FROM import WHERE state IN ('new', 'unreadable', 'checked') AND created_at < :now - INTERVAL 30 DAY
  AND NOT EXISTS (SELECT 1 FROM import_row r WHERE r.import = import.id) LIMIT 200

-- Prints are kept for a week, their pieces with them.
-- step: prints
DELETE FROM print WHERE asked_at < :now - INTERVAL 7 DAY LIMIT 100

-- A key that was not asked for again in its ten minutes is not made again.
-- step: partner_keys
UPDATE partner_key SET salt = NULL WHERE salt IS NOT NULL AND shown_until < :now LIMIT 5000

-- step: jobs
DELETE FROM job WHERE state IN ('done', 'failed', 'cancelled') AND finished_at < :now - INTERVAL 90 DAY LIMIT 5000
