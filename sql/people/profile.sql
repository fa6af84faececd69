-- one: person
SELECT p.id, p.name, p.email FROM person p WHERE p.id = :viewer

-- many: grants/grant
SELECT x.id, x.role, x.institution AS institution_id, i.name AS institution, x.site AS site_id, s.name AS site,
  u.name AS unit, a.name AS activity, c.letter AS class, x.valid_from, x.valid_to,
  CASE WHEN x.valid_from > :today THEN 'coming' WHEN x.valid_to < :today THEN 'ended' ELSE 'valid' END AS validity
FROM person_grant x
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
LEFT JOIN unit u ON u.id = x.unit
LEFT JOIN activity a ON a.id = x.activity
LEFT JOIN activity_class c ON c.id = x.activity_class
WHERE x.person = :viewer AND (x.valid_to IS NULL OR x.valid_to >= :today)
ORDER BY x.role, x.valid_from LIMIT 200

-- many: sessions/session
-- Where one is signed in now; the present place first.
SELECT s.id, s.browser, s.system, s.address, s.created_at, s.seen_at, s.token_hash = :session AS current
FROM session s
WHERE s.person = :viewer AND s.seen_at >= :session_idle_since AND s.created_at >= :session_begun_since
ORDER BY current DESC, s.seen_at DESC, s.id DESC LIMIT 50

-- maybe: prefill
SELECT phone, lang AS language, version FROM person WHERE id = :viewer

-- step: lock
SELECT 'person' AS thing, id, version, phone, lang FROM person WHERE id = :viewer FOR UPDATE

-- step: check
SELECT NULL AS field, NULL AS error FROM DUAL WHERE 1 = 0

-- step: update
UPDATE person SET phone = :phone, lang = :language, version = version + 1 WHERE id = :viewer
