-- one: session
SELECT s.id, s.browser, s.system, s.address, s.created_at, s.seen_at FROM session s
WHERE s.id = :device AND s.person = :viewer

-- step: end
DELETE FROM session WHERE id = :device AND person = :viewer
