-- list: invitations/invitation
-- columns: name, email, role, organisation, state=link, inviter, invited, until
-- sort: -invited l.created_at, l.id; name p.sorted_{alphabet}, l.id; until l.expires_at, l.id
-- Of those who have, or had, a role that the viewer manages; with the role that says most.
SELECT l.id, l.person, p.name, p.email, x.role, COALESCE(o.name, s.name) AS organisation, {{link_state}} AS state,
  i.name AS inviter, DATE(l.created_at) AS invited, DATE(l.expires_at) AS until,
  NOT EXISTS (SELECT 1 FROM person_grant x WHERE x.person = l.person AND (x.valid_to IS NULL OR x.valid_to >= :today)
              AND NOT COALESCE({{manages_grant}}, 0)) AS withdraw
FROM account_link l
JOIN person p ON p.id = l.person AND p.protected = 0
JOIN person_grant x ON x.id = (
  SELECT x.id FROM person_grant x WHERE x.person = l.person AND {{manages_grant}}
  ORDER BY CASE WHEN x.valid_to < :today THEN 1 ELSE 0 END, x.role, x.id LIMIT 1)
LEFT JOIN institution o ON o.id = x.institution
LEFT JOIN site s ON s.id = x.site
LEFT JOIN person i ON i.id = l.created_by
LEFT JOIN account a ON a.person = l.person
WHERE l.purpose = 'invitation'
  {if state} AND {{link_state}} = :state {end}
  {if q} AND (p.name LIKE CONCAT('%', :q, '%') OR p.email LIKE CONCAT('%', :q, '%')) {end}
