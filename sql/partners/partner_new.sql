-- many: institutions/institution
{{institutions_managed}}

-- many: sites/site
{{sites_managed}}

-- Where there is only one place to choose, it is chosen.
-- maybe: prefill
SELECT 120 AS per_minute, 0 AS version,
       IF(i.many = 1 AND s.many = 0, i.id, NULL) AS institution, IF(s.many = 1 AND i.many = 0, s.id, NULL) AS site
FROM (SELECT COUNT(*) AS many, MIN(id) AS id FROM ({{institutions_managed}}) m) i
JOIN (SELECT COUNT(*) AS many, MIN(id) AS id FROM ({{sites_managed}}) m) s

-- step: check
{{partner_check}}
UNION ALL SELECT NULL, 'error.partner_owner' FROM DUAL WHERE (:institution IS NULL) = (:site IS NULL)
UNION ALL SELECT 'institution', 'error.unknown' FROM DUAL
WHERE :institution IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ({{institutions_managed}}) m WHERE m.id = :institution)
UNION ALL SELECT 'site', 'error.unknown' FROM DUAL
WHERE :site IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ({{sites_managed}}) m WHERE m.id = :site)

-- The person that stands for it in histories.
-- step: person
INSERT INTO person (given_name, family_name, lang) VALUES (:name, '(system)', :lang)

-- step: insert
INSERT INTO partner (institution, site, person, name, contact, feeds, writes, addresses, per_minute, made_at, made_by)
VALUES (:institution, :site, :person, :name, :contact, {{partner_feeds}}, {{partner_writes}}, :networks, :per_minute, UTC_TIMESTAMP(), :viewer)

-- step: words
{{partner_words}}
