INSERT INTO account_link (person, purpose, salt, created_at, created_by, expires_at)
VALUES (:person, :purpose, :salt, :now, :created_by, COALESCE(:expires_at, :now + INTERVAL :minutes MINUTE))
