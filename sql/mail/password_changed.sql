-- step: recipients
SELECT :thing_id AS person

-- one: change
SELECT e.at, p.email FROM event e JOIN person p ON p.id = e.thing_id WHERE e.id = :event
