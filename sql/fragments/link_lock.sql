-- Of two who follow a link at once the later must see what the earlier did.
SELECT l.id, l.person, p.lang, {{link_state}} AS state
FROM account_link l JOIN person p ON p.id = l.person LEFT JOIN account a ON a.person = l.person
WHERE l.id = :link FOR UPDATE
