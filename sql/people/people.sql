-- Which people are on the page is found alone, what it says of each is joined after. Where most are seen, the walk through
-- an index in order stops at the page's end, asking each whether they belong; where few are (a site's people, a rare role)
-- these are taken and sorted. Planning would not know which: it does not look at LIMIT. What was typed is looked up in the
-- search index: of many first of all, of few for each. One of the two branches has rows, so each may take the page.
-- Who stands for a partner has no grant, and is nobody.
-- list: people/person
-- columns: name, role, organisation, validity, active, email, phone
-- sort: name p.sorted_{alphabet}, p.id; email p.email, p.id
-- Each with the grant that says most: one that counts today before others, then by role.
SELECT p.id, p.name, p.email, p.phone, x.role, COALESCE(i.name, s.name) AS organisation,
  (SELECT COUNT(*) - 1 FROM person_grant x WHERE x.person = p.id AND {{sees_grant}} {{people_filter}}) AS more,
  CASE WHEN x.id IS NULL THEN NULL WHEN x.valid_from > :today THEN 'coming' WHEN x.valid_to < :today THEN 'ended' ELSE 'valid' END AS validity,
  CASE WHEN a.closed = 1 THEN 'closed' WHEN a.signed_in_at IS NULL AND a.person IS NOT NULL THEN 'unused' END AS account,
  DATE(a.signed_in_at) AS active, IF(a.person IS NULL, DATE(l.expires_at), NULL) AS invited_until
FROM (
  (SELECT p.id
   FROM {unless q} person p {end} {if q} ({{people_typed}}) t STRAIGHT_JOIN person p ON p.id = t.id {end}
   WHERE NOT {{people_few}} AND p.protected = 0 {{people_belong}}
   {order} LIMIT :list_rows OFFSET :list_skip)
  UNION ALL
  (SELECT p.id
   FROM (SELECT DISTINCT x.person FROM person_grant x WHERE {{sees_grant}} {{people_filter}}) t
   STRAIGHT_JOIN person p ON p.id = t.person
   WHERE {{people_few}} AND p.protected = 0 {{people_found}}
   {order} LIMIT :list_rows OFFSET :list_skip)
) v
JOIN person p ON p.id = v.id
LEFT JOIN person_grant x ON x.id = (
  SELECT x.id FROM person_grant x
  WHERE x.person = v.id AND {{sees_grant}} {{people_filter}}
  ORDER BY CASE WHEN x.valid_to < :today THEN 2 WHEN x.valid_from > :today THEN 1 ELSE 0 END, x.role, x.id LIMIT 1)
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
LEFT JOIN account a ON a.person = p.id
LEFT JOIN account_link l ON l.purpose = 'invitation' AND l.open_for = p.id AND l.expires_at > :now
-- total:
{if q}
SELECT (SELECT COUNT(*) FROM ({{people_typed}}) t STRAIGHT_JOIN person p ON p.id = t.id
        WHERE NOT {{people_few}} AND p.protected = 0 {{people_belong}})
     + (SELECT COUNT(*)
        FROM (SELECT DISTINCT x.person FROM person_grant x WHERE {{sees_grant}} {{people_filter}}) t
        STRAIGHT_JOIN person p ON p.id = t.person
        WHERE {{people_few}} AND p.protected = 0 {{people_found}})
{end}
{unless q}
  {unless viewer_administer} {{people_counted}} {end}
  {if viewer_administer}
    {if role, institution, site} {{people_counted}} {end}
    {unless role, institution, site} SELECT SQL_CACHE COUNT(*) - (SELECT COUNT(*) FROM partner y JOIN person n ON n.id = y.person AND n.protected = 0) FROM person p WHERE p.protected = 0 {end}
  {end}
{end}

-- many: institutions/institution
SELECT i.id, i.name AS name FROM institution i
WHERE i.id IN ({{viewer_institutions}}) OR {{viewer_administers}}
ORDER BY name {collate}

-- Of a whole region's sites none is offered: one comes here from the site's page, which chooses it.
-- many: sites/site
SELECT s.id, s.name AS name FROM site s
WHERE s.id IN ({{viewer_managed_sites}}) {if site} OR ({{viewer_administers}} AND s.id = :site) {end}
ORDER BY name {collate}
