-- A print is its own person's, who made it with the rights of then.
-- maybe: rights
SELECT p.person = :viewer AS view FROM print p WHERE p.id = :print
