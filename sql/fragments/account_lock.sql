-- The password of whoever is signed in, asked for again.
SELECT a.password_hash FROM account a WHERE a.person = :viewer AND a.closed = 0 FOR UPDATE
