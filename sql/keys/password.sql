-- maybe: key
SELECT l.salt, p.lang FROM account_link l JOIN person p ON p.id = l.person WHERE l.id = :id AND l.purpose = 'password'
