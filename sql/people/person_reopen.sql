-- one: person
SELECT p.id, p.name, p.email FROM person p JOIN account a ON a.person = p.id AND a.closed = 1 WHERE p.id = :person

-- step: lock
SELECT a.person, a.closed FROM account a WHERE a.person = :person FOR UPDATE

-- step: reopen
UPDATE account SET closed = 0 WHERE person = :person
