-- one: invitation
{{invitation_head}}
WHERE l.id = :invitation

-- many: grants/grant
SELECT x.id, x.role, COALESCE(i.name, s.name) AS place
FROM account_link l
JOIN person_grant x ON x.person = l.person AND (x.valid_to IS NULL OR x.valid_to >= :today)
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
WHERE l.id = :invitation ORDER BY x.role, x.id LIMIT 200

-- step: lock
SELECT l.person, {{link_state}} AS state
FROM account_link l JOIN person p ON p.id = l.person LEFT JOIN account a ON a.person = l.person
WHERE l.id = :invitation FOR UPDATE

-- step: withdraw
UPDATE account_link SET ended = 'withdrawn', ended_at = :now WHERE id = :invitation

-- step: ending
-- All that they were invited for; who may withdraw manages every one.
SELECT x.id FROM person_grant x WHERE x.person = :person AND (x.valid_to IS NULL OR x.valid_to >= :today) FOR UPDATE

-- step: granted
{{grant_words}}

-- step: end
UPDATE person_grant SET valid_from = LEAST(valid_from, :today - INTERVAL 1 DAY), valid_to = :today - INTERVAL 1 DAY,
  version = version + 1
WHERE id = :grant
