-- Run now and then by `praktikum jobs`: what nobody needs any more.

-- step: sessions
DELETE FROM session WHERE created_at < :session_begun_since LIMIT 5000

-- step: submissions
DELETE FROM submission WHERE at < :now - INTERVAL 2 DAY LIMIT 5000

-- step: attempts
DELETE FROM sign_in_attempt WHERE at < :now - INTERVAL 30 DAY LIMIT 5000

-- step: failed_attempts
DELETE FROM sign_in_attempt WHERE succeeded = 0 AND at < :now - INTERVAL 1 DAY LIMIT 5000
