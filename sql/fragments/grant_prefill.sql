-- Who manages one place only need not choose it.
SELECT i.institution, s.site, :today AS valid_from, :lang AS language
FROM (SELECT COUNT(*) AS places, MIN(m.institution) AS institution
      FROM (SELECT DISTINCT v.institution FROM ({{viewer_planned}}) v) m) i
JOIN (SELECT COUNT(*) AS places, MIN(m.site) AS site
      FROM (SELECT DISTINCT v.site FROM ({{viewer_managed_sites}}) v) m) s
WHERE i.places + s.places = 1 AND NOT {{viewer_administers}}
UNION ALL
SELECT NULL, NULL, :today, :lang
LIMIT 1
