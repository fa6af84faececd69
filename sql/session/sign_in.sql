-- Attempts to sign in within the last ten minutes. :attempt_account is the hash of what was typed, known or not.

-- step: attempt
INSERT INTO sign_in_attempt (account_hash, address, at, succeeded) VALUES (:attempt_account, :attempt_address, :now, 0)

-- step: count
-- Here: this account from this address. Account and address: in all. Known: this address has signed in to it before.
SELECT (SELECT COUNT(*) FROM sign_in_attempt
         WHERE account_hash = :attempt_account AND address = :attempt_address AND at >= :attempt_since AND succeeded = 0) AS here,
       (SELECT COUNT(*) FROM sign_in_attempt
         WHERE account_hash = :attempt_account AND at >= :attempt_since AND succeeded = 0) AS account,
       (SELECT COUNT(*) FROM sign_in_attempt
         WHERE address = :attempt_address AND at >= :attempt_since AND succeeded = 0) AS address,
       EXISTS (SELECT 1 FROM sign_in_attempt
                WHERE account_hash = :attempt_account AND address = :attempt_address AND succeeded = 1) AS known

-- step: forget
DELETE FROM sign_in_attempt WHERE id = :attempt

-- step: succeed
UPDATE sign_in_attempt SET succeeded = 1 WHERE id = :attempt
