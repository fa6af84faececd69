SELECT l.id, l.person, p.name, p.email, {{link_state}} AS state, l.created_at, l.expires_at, i.name AS inviter
FROM account_link l
JOIN person p ON p.id = l.person
LEFT JOIN person i ON i.id = l.created_by
LEFT JOIN account a ON a.person = l.person
