-- The mails that wait, for `praktikum jobs`. Several may run: what one holds the others skip.

-- step: claim
SELECT m.id, m.event, m.person, m.kind, m.attempts, e.thing, e.thing_id, e.uuid, e.at, p.email, p.name, p.lang
FROM mail m
JOIN event e ON e.id = m.event
JOIN person p ON p.id = m.person
WHERE m.state = 'waiting' AND m.next_at <= UTC_TIMESTAMP()
ORDER BY m.next_at, m.id LIMIT 1 FOR UPDATE SKIP LOCKED

-- step: sent
UPDATE mail SET state = 'sent', sent_at = UTC_TIMESTAMP(), attempts = attempts + 1, error = NULL WHERE id = :mail

-- step: put_off
UPDATE mail SET attempts = attempts + 1, next_at = UTC_TIMESTAMP() + INTERVAL :pause SECOND, error = :error
WHERE id = :mail

-- step: give_up
UPDATE mail SET state = 'failed', attempts = attempts + 1, error = :error WHERE id = :mail
