-- one: invitation
{{invitation_head}}
WHERE l.id = :invitation

-- step: lock
SELECT l.person, {{link_state}} AS state
FROM account_link l JOIN person p ON p.id = l.person LEFT JOIN account a ON a.person = l.person
WHERE l.id = :invitation FOR UPDATE

-- step: link_void
{{link_void}}

-- step: link_insert
{{link_insert}}
