-- The page's agreements first, what it shows of them after: sorting is what costs, and long rows sort slowly.
-- list: agreements/agreement
-- columns: institution, site, reference, valid_from, valid_to, validity
-- sort: site s.name {collate}, a.valid_from, a.id; institution i.name {collate}, s.name {collate}, a.id; reference a.reference, a.id; valid_from a.valid_from, a.id; valid_to a.valid_to, a.id
SELECT a.id, a.institution AS institution_id, i.name AS institution, a.site AS site_id, s.name AS site, a.reference,
  a.valid_from, a.valid_to,
  CASE WHEN a.valid_from > :today THEN 'coming' WHEN a.valid_to < :today THEN 'ended' ELSE 'valid' END AS validity
FROM (
  SELECT a.id FROM agreement a
  LEFT JOIN institution i ON i.id = a.institution
  LEFT JOIN site s ON s.id = a.site
  WHERE {{agreements_choice}}
  {order} LIMIT :list_rows OFFSET :list_skip
) v
JOIN agreement a ON a.id = v.id
JOIN institution i ON i.id = a.institution
JOIN site s ON s.id = a.site
-- total:
SELECT COUNT(*) FROM agreement a
LEFT JOIN institution i ON i.id = a.institution
LEFT JOIN site s ON s.id = a.site
WHERE {{agreements_choice}}

-- Not EXISTS, which would read all agreements for a handful of institutions.
-- many: institutions/institution
SELECT i.id, i.name AS name FROM institution i
WHERE (SELECT 1 FROM agreement a WHERE a.institution = i.id AND {{party_to_agreement}} LIMIT 1)
ORDER BY name {collate}

-- Of more than 60 none is offered but the chosen one: search finds the others.
-- many: sites/site
SELECT s.id, s.name AS name
FROM (SELECT DISTINCT a.site FROM agreement a WHERE {{party_to_agreement}} {if site} AND a.site = :site {end} LIMIT 61) t
JOIN site s ON s.id = t.site
WHERE (SELECT COUNT(*) FROM (
  SELECT DISTINCT a.site FROM agreement a WHERE {{party_to_agreement}} {if site} AND a.site = :site {end} LIMIT 61) few) <= 60
ORDER BY name {collate}
