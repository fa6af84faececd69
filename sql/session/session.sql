-- A signed-in browser. :session is the hash of its cookie.

-- step: find
SELECT s.person, HEX(s.form_key) AS form_key, p.name, p.lang, s.seen_at < :session_touch_before AS stale
  FROM session s
  JOIN person p ON p.id = s.person
  JOIN account a ON a.person = s.person AND a.closed = 0
 WHERE s.token_hash = :session AND s.seen_at >= :session_idle_since AND s.created_at >= :session_begun_since

-- step: touch
UPDATE session SET seen_at = :now WHERE token_hash = :session AND seen_at < :now

-- step: start
INSERT INTO session (token_hash, person, form_key, created_at, seen_at, address, browser, system)
VALUES (:session_new, :session_person, :session_key, :now, :now, :session_address, :session_browser, :session_system)

-- step: noted
SELECT 1 FROM account WHERE person = :session_person AND signed_in_at > :now - INTERVAL 10 MINUTE

-- step: note
UPDATE account SET signed_in_at = :now WHERE person = :session_person

-- step: end
DELETE FROM session WHERE token_hash = :session
