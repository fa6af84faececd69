-- Institutions, sites with their units, and the agreements of the partner's own side. Cut by sites; what is not of sites is on
-- the first page.
-- one: page
SELECT l.id AS last, EXISTS (SELECT 1 {{feed_sites}} AND x.id > l.id) AS more
FROM (SELECT (SELECT x.id {{feed_sites}} AND x.id > :after ORDER BY x.id LIMIT 1 OFFSET :skip) AS id) l

-- many: institutions/institution
SELECT i.id, i.name, i.short_name, i.country, i.municipality, i.address, i.email, i.phone, i.version
FROM institution i
WHERE :after = 0 {if since} AND i.row_start >= :since {end}
ORDER BY i.id

-- many: sites/site
SELECT x.id, x.name, x.kind, x.municipality, x.address, x.email, x.phone, x.version
FROM site x
WHERE x.id > :after AND x.id <= :last {if since} AND x.row_start >= :since {end}
ORDER BY x.id

-- many: units/unit
SELECT u.id, u.site, u.parent, u.name, u.municipality, u.address, u.closed_on, u.version
FROM unit u
WHERE u.site > :after AND u.site <= :last {if since} AND u.row_start >= :since {end}
ORDER BY u.site, u.id

-- many: agreements/agreement
SELECT g.id, g.institution, g.site, g.reference, g.valid_from, g.valid_to, g.version
FROM agreement g
WHERE :after = 0 AND (g.institution = :partner_institution OR g.site = :partner_site) {if since} AND g.row_start >= :since {end}
ORDER BY g.id

-- Units and agreements go only when the import that brought them is undone.
-- many: removed/thing
{if since}
SELECT DISTINCT 'unit' AS kind, h.id FROM unit FOR SYSTEM_TIME ALL h
WHERE h.site > :after AND h.site <= :last AND h.row_end >= :since AND NOT EXISTS (SELECT 1 FROM unit u WHERE u.id = h.id)
UNION ALL
SELECT DISTINCT 'agreement', h.id FROM agreement FOR SYSTEM_TIME ALL h
WHERE :after = 0 AND (h.institution = :partner_institution OR h.site = :partner_site) AND h.row_end >= :since
  AND NOT EXISTS (SELECT 1 FROM agreement g WHERE g.id = h.id)
ORDER BY kind, id
{end}
{unless since} {{feed_none}} {end}
