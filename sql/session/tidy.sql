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
