-- list: partners/partner
-- columns: name, organisation, contact, last_used_at, expires_on, state=partner_state
-- sort: name x.name {collate}, x.id; organisation COALESCE(i.name, s.name) {collate}, x.name {collate}, x.id
-- sort: -last_used_at n.last_used_at, x.id; expires_on n.expires_on, x.id
SELECT x.id, x.name, COALESCE(i.name, s.name) AS organisation, x.contact, n.last_used_at, n.expires_on,
       {{partner_state}} AS state
{{partner_rows}}
WHERE {{partners_choice}}

-- many: institutions/institution
{{institutions_managed}}

-- Of more than 60 none is offered but the chosen one: search finds the others.
-- many: sites/site
SELECT s.id, s.name AS name FROM site s
WHERE s.id IN (SELECT x.site FROM partner x)
  {unless viewer_administer} AND s.id IN ({{viewer_managed_sites}}) {end}
ORDER BY name {collate} LIMIT 60
