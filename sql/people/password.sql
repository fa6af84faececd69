-- step: account
SELECT a.person AS id, a.password_hash FROM account a WHERE a.person = :viewer AND a.closed = 0 FOR UPDATE

-- step: update
UPDATE account SET password_hash = :password_hash, changed_at = :now WHERE person = :viewer

-- step: end_sessions
-- Whoever knew the old password is out everywhere.
DELETE FROM session WHERE person = :viewer
