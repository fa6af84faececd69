-- one: sessions
SELECT COUNT(*) AS others FROM session s
WHERE s.person = :viewer AND s.token_hash <> :session AND s.seen_at >= :session_idle_since AND s.created_at >= :session_begun_since

-- step: end
DELETE FROM session WHERE person = :viewer AND token_hash <> :session
