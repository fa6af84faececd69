-- Where somebody is signed in is their own business.
-- maybe: rights
SELECT s.person = :viewer AS view FROM session s WHERE s.id = :device
