-- Entries of partners' event feeds (fcgi/jobs/publish.c).
--
-- An event has its number when it is written and is seen when its transaction ends, so that of two the later number may be seen
-- first. `settled` is the last number before which all were decided, seen or not: of transactions that began ten minutes ago.

-- Who has a feed, and how far it is.
-- step: partners
SELECT p.id AS partner, COALESCE(s.settled, 0) AS settled, s.partner IS NOT NULL AS begun,
       COALESCE(s.swept_at < UTC_TIMESTAMP() - INTERVAL 1 HOUR, 0) AS sweep
FROM partner p LEFT JOIN feed_state s ON s.partner = p.id
WHERE p.ended_at IS NULL AND FIND_IN_SET('events', p.feeds) > 0
ORDER BY p.id

-- Differs from what it was whenever an event was seen committed: none is ever taken away.
-- step: seen
SELECT COUNT(*) AS events FROM event e WHERE e.id > :settled

-- A feed begins ten minutes before its partner was there: what was on its way then is in it.
-- step: before
SELECT COALESCE((SELECT e.id FROM event e WHERE e.at < p.made_at - INTERVAL 10 MINUTE ORDER BY e.id DESC LIMIT 1), 0) AS event
FROM partner p WHERE p.id = :partner

-- step: begin
INSERT INTO feed_state (partner, began, settled, swept_at) VALUES (:partner, :event, :event, UTC_TIMESTAMP())

-- Nobody else adds entries of this partner meanwhile.
-- step: lock
SELECT s.settled FROM feed_state s WHERE s.partner = :partner FOR UPDATE

-- step: state
SELECT s.began, s.settled FROM feed_state s WHERE s.partner = :partner

-- What is to be told and is not yet, of a stretch of events. First those of its kinds that have no entry: few, and the rest is asked of
-- them alone.
-- step: untold
SELECT e.id AS event
FROM (SELECT e.id, e.kind, e.thing, e.thing_id, e.institution, e.site, e.activity
      FROM partner p
      STRAIGHT_JOIN event e
      STRAIGHT_JOIN feed_kind k ON k.kind = e.kind AND FIND_IN_SET(k.feed, p.feeds) > 0
      LEFT JOIN feed_entry f ON f.event = e.id AND f.partner = :partner
      WHERE p.id = :partner AND p.ended_at IS NULL AND FIND_IN_SET('events', p.feeds) > 0
        AND e.id > :after AND e.id <= :until AND f.event IS NULL
      LIMIT 18446744073709551615) e
JOIN feed_kind k ON k.kind = e.kind
JOIN partner p ON p.id = :partner
WHERE {{feed_told}}
ORDER BY e.id LIMIT 10000

-- The last event that was seen before the first one of the last ten minutes: what got an earlier number began even before it. Not the
-- number before that first one, which may be of a transaction that still goes on.
-- step: settled
SELECT COALESCE(LEAST((SELECT MAX(e.id) FROM event e
                       WHERE e.id > :settled
                         AND e.id < COALESCE((SELECT r.id FROM event r
                                              WHERE r.id > :settled AND r.at >= UTC_TIMESTAMP() - INTERVAL 10 MINUTE
                                              ORDER BY r.id LIMIT 1), 18446744073709551615)), :until), :settled) AS event

-- :events is a list of ids, "[3,17]", in the order in which they get their numbers.
-- step: add
INSERT INTO feed_entry (partner, number, event, told_at)
SELECT s.partner, s.newest + j.n, j.event, GREATEST(UTC_TIMESTAMP(6), COALESCE(s.newest_at, UTC_TIMESTAMP(6)))
FROM feed_state s
JOIN JSON_TABLE(:events, '$[*]' COLUMNS (n FOR ORDINALITY, event BIGINT UNSIGNED PATH '$')) j
WHERE s.partner = :partner

-- step: added
UPDATE feed_state
SET newest = newest + :count, newest_at = GREATEST(UTC_TIMESTAMP(6), COALESCE(newest_at, UTC_TIMESTAMP(6)))
WHERE partner = :partner

-- step: settle
UPDATE feed_state SET settled = :settled WHERE partner = :partner AND settled < :settled

-- step: swept
UPDATE feed_state SET swept_at = UTC_TIMESTAMP() WHERE partner = :partner
