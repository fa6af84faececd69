-- one: partner
SELECT x.id, x.name, x.contact, x.institution, x.site, COALESCE(i.name, s.name) AS organisation, x.addresses, x.per_minute,
       x.made_at, IF({{actor_named}}, p.name, NULL) AS made_by, x.ended_at, n.last_used_at, n.expires_on,
       {{partner_state}} AS state
{{partner_rows}}
LEFT JOIN person p ON p.id = x.made_by
WHERE x.id = :partner

-- many: words/word
{{partner_words}}

-- Shown to who made it, for ten minutes, until they say that they have it or it is used.
-- maybe: link
SELECT 'partner' AS purpose, k.id, k.salt FROM partner_key k
WHERE k.partner = :partner AND k.made_by = :viewer AND k.salt IS NOT NULL AND k.shown_until > :now AND {{partner_key_counts}}
ORDER BY k.id DESC LIMIT 1

-- maybe: shown
SELECT k.id, k.shown_until FROM partner_key k
WHERE k.partner = :partner AND k.made_by = :viewer AND k.salt IS NOT NULL AND k.shown_until > :now AND {{partner_key_counts}}
ORDER BY k.id DESC LIMIT 1

-- Those that count first; of the others the latest.
-- many: keys/key
SELECT k.id, k.made_at, IF({{actor_named}}, p.name, NULL) AS made_by, k.expires_on, k.ends_at, k.revoked_at, k.last_used_at,
       k.last_address, {{partner_key_counts}} AND x.ended_at IS NULL AS counts,
       CASE WHEN k.revoked_at IS NOT NULL THEN 'revoked' WHEN x.ended_at IS NOT NULL THEN 'ended'
            WHEN k.expires_on < :today THEN 'expired' WHEN k.ends_at <= :now THEN 'replaced'
            WHEN k.ends_at IS NOT NULL THEN 'replacing' ELSE 'open' END AS state
FROM partner_key k
JOIN partner x ON x.id = k.partner
LEFT JOIN person p ON p.id = k.made_by
WHERE k.partner = :partner
ORDER BY counts DESC, k.id DESC LIMIT 20

-- What came in lately.
-- many: messages/message
SELECT m.id, m.kind, m.message, m.rows_sent, m.rows_made, m.rows_changed, m.rows_same, m.received_at
FROM inbound m WHERE m.partner = :partner ORDER BY m.received_at DESC, m.id DESC LIMIT 20

-- many: history/event
{{history}}
WHERE e.thing = 'partner' AND e.thing_id = :partner
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'partner' AND e.thing_id = :partner
ORDER BY c.event DESC, c.number LIMIT 500
