-- Whether there is such an account is looked up by `praktikum jobs` (sql/jobs/forgotten.sql).
-- maybe: nothing
SELECT 1 AS here FROM DUAL WHERE 1 = 0

-- step: request
INSERT INTO password_request (email, at) VALUES (LOWER(:email), :now)
