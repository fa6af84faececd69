-- The mails that wait, for `praktikum jobs`. Several may run: what one holds the others skip. A mail is `sending` from before
-- it leaves until its outcome is known, and no transaction is open meanwhile.

-- step: claim
SELECT m.id FROM mail m
WHERE m.state = 'waiting' AND m.next_at <= UTC_TIMESTAMP()
ORDER BY m.next_at, m.id LIMIT 1 FOR UPDATE SKIP LOCKED

-- step: take
UPDATE mail SET state = 'sending', claims = claims + 1, next_at = UTC_TIMESTAMP() + INTERVAL :lease SECOND WHERE id = :mail

-- step: letter
SELECT m.id, m.event, m.person, m.kind, m.attempts, m.claims, m.perhaps, e.thing, e.thing_id, e.uuid,
       FLOOR(UNIX_TIMESTAMP(e.at)) AS at_seconds, COALESCE(m.address, p.email) AS email, p.name, p.lang
FROM mail m
JOIN event e ON e.id = m.event
JOIN person p ON p.id = m.person
WHERE m.id = :mail

-- What became of it. Only of the claim that asks: another sender may have it by now.
-- step: note
UPDATE mail
SET state = :state, attempts = attempts + :attempt, perhaps = perhaps + :perhaps,
    sent_at = IF(state = 'sent', UTC_TIMESTAMP(), NULL), next_at = UTC_TIMESTAMP() + INTERVAL :pause SECOND,
    problem = :problem, error = :error
WHERE id = :mail AND claims = :claims AND (state = 'sending' OR :state = 'sent')

-- Its sender died. Once more, then no more.
-- step: doubtful
SELECT m.id FROM mail m WHERE m.state = 'sending' AND m.next_at <= UTC_TIMESTAMP() ORDER BY m.next_at, m.id LIMIT 1

-- step: recover
UPDATE mail
SET perhaps = perhaps + 1, state = IF(perhaps < 2, 'waiting', 'failed'), problem = 'unknown', error = NULL
WHERE id = :mail AND state = 'sending' AND next_at <= UTC_TIMESTAMP()
