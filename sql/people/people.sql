-- Who is on the page is found first, a branch a reason to see them: so that a site's administrator does not wait for a
-- region's students to be looked through. What the page says of each is joined after. System administrators see also those
-- who have no grant at all.
-- list: people/person
-- columns: name, role, organisation, validity, email, phone
-- sort: name p.family_name {collate}, p.given_name {collate}, p.id; email p.email, p.id
-- Each with the grant that says most: one that counts today before others, then by role.
SELECT p.id, p.name, p.email, p.phone, x.role, COALESCE(i.name, s.name) AS organisation,
  (SELECT COUNT(*) - 1 FROM person_grant x WHERE x.person = p.id AND {{sees_grant}} AND {{people_filter}}) AS more,
  CASE WHEN x.id IS NULL THEN NULL WHEN x.valid_from > :today THEN 'coming' WHEN x.valid_to < :today THEN 'ended' ELSE 'valid' END AS validity
FROM (
  (SELECT p.id FROM person p
   WHERE {{viewer_administers}} AND {{people_choice}} AND {{people_filtered}}
   {order} LIMIT :list_end)
  UNION
  (SELECT p.id FROM person p
   WHERE NOT {{viewer_administers}}
     AND p.id IN (SELECT x.person FROM person_grant x WHERE x.institution IN ({{viewer_institutions}}) AND {{people_filter}})
     AND {{people_choice}}
   {order} LIMIT :list_end)
  UNION
  (SELECT p.id FROM person p
   WHERE NOT {{viewer_administers}}
     AND p.id IN (SELECT x.person FROM person_grant x WHERE x.site IN ({{viewer_managed_sites}}) AND {{people_filter}})
     AND {{people_choice}}
   {order} LIMIT :list_end)
) v
JOIN person p ON p.id = v.id
LEFT JOIN person_grant x ON x.id = (
  SELECT x.id FROM person_grant x
  WHERE x.person = v.id AND {{sees_grant}} AND {{people_filter}}
  ORDER BY CASE WHEN x.valid_to < :today THEN 2 WHEN x.valid_from > :today THEN 1 ELSE 0 END, x.role, x.id LIMIT 1)
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
-- total:
SELECT COUNT(*) FROM (
  SELECT p.id FROM person p
  WHERE {{viewer_administers}} AND {{people_choice}} AND {{people_filtered}}
  UNION
  SELECT p.id FROM person p
  WHERE NOT {{viewer_administers}}
    AND p.id IN (SELECT x.person FROM person_grant x WHERE x.institution IN ({{viewer_institutions}}) AND {{people_filter}})
    AND {{people_choice}}
  UNION
  SELECT p.id FROM person p
  WHERE NOT {{viewer_administers}}
    AND p.id IN (SELECT x.person FROM person_grant x WHERE x.site IN ({{viewer_managed_sites}}) AND {{people_filter}})
    AND {{people_choice}}) v

-- many: institutions/institution
SELECT i.id, i.name AS name FROM institution i
WHERE i.id IN ({{viewer_institutions}}) OR {{viewer_administers}}
ORDER BY name {collate}

-- many: sites/site
SELECT s.id, s.name AS name FROM site s
WHERE s.id IN ({{viewer_managed_sites}}) OR {{viewer_administers}}
ORDER BY name {collate}
