-- list: people/person
-- columns: name, role, organisation, validity, email, phone
-- sort: name p.family_name {collate}, p.given_name {collate}, p.id; role x.role, p.family_name {collate}, p.id; organisation organisation {collate}, p.family_name {collate}, p.id; email p.email
-- One row a person, with the grant that says most: one that counts today before others, then by role.
SELECT p.id, p.name, p.email, p.phone, x.role, COALESCE(i.name, s.name) AS organisation, found.grants - 1 AS more,
  CASE WHEN x.valid_from > :today THEN 'coming' WHEN x.valid_to < :today THEN 'ended' ELSE 'valid' END AS validity
FROM (
  SELECT x.person, COUNT(*) AS grants, MIN(
      (CASE WHEN x.valid_to < :today THEN 2 WHEN x.valid_from > :today THEN 1 ELSE 0 END * 100 + (x.role + 0))
      * 10000000000 + x.id) MOD 10000000000 AS first
  FROM person_grant x
  WHERE {{sees_grant}}
    AND (:role IS NULL OR x.role = :role)
    AND (:institution IS NULL OR x.institution = :institution)
    AND (:site IS NULL OR x.site = :site)
  GROUP BY x.person) found
JOIN person_grant x ON x.id = found.first
JOIN person p ON p.id = found.person AND p.protected = 0
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
WHERE :q IS NULL OR p.name LIKE CONCAT('%', :q, '%') OR p.email LIKE CONCAT('%', :q, '%')

-- many: institutions/institution
SELECT i.id, i.name AS name FROM institution i
WHERE i.id IN ({{viewer_institutions}}) OR {{viewer_administers}}
ORDER BY name {collate}

-- many: sites/site
SELECT s.id, s.name AS name FROM site s
WHERE s.id IN ({{viewer_managed_sites}}) OR {{viewer_administers}}
ORDER BY name {collate}
