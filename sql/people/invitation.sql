-- What the holder of the key may know: of a link that no longer works no more than whom to ask.
-- one: invitation
SELECT o.state, o.expires_at, o.ended_at, o.inviter, o.inviter_email, IF(o.state = 'open', o.name, NULL) AS name,
  IF(o.state = 'open', o.email, NULL) AS email
FROM (
  SELECT {{link_state}} AS state, l.expires_at, l.ended_at, i.name AS inviter, i.email AS inviter_email, p.name, p.email
  FROM account_link l
  JOIN person p ON p.id = l.person
  JOIN person i ON i.id = l.created_by
  LEFT JOIN account a ON a.person = l.person
  WHERE l.id = :link) o

-- many: grants/grant
SELECT x.id, x.role, COALESCE(i.name, s.name) AS place, x.valid_from, x.valid_to
FROM account_link l
JOIN person_grant x ON x.person = l.person AND (x.valid_to IS NULL OR x.valid_to >= :today)
LEFT JOIN account a ON a.person = l.person
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
WHERE l.id = :link AND l.ended IS NULL AND l.expires_at > :now AND a.person IS NULL
ORDER BY x.role, x.id LIMIT 20

-- maybe: prefill
SELECT :lang AS language

-- step: lock
{{link_lock}}

-- step: account
INSERT INTO account (person, password_hash, changed_at) VALUES (:person, :password_hash, :now)

-- step: language
UPDATE person SET lang = :language WHERE id = :person AND lang <> :language

-- step: use
UPDATE account_link SET ended = 'used', ended_at = :now WHERE id = :link
