-- many: kinds/kind
{{import_kinds}}

-- many: institutions/institution
{{institutions_managed}}

-- many: sites/site
{{sites_managed}}

-- maybe: prefill
-- Who looks after one place only need not choose it.
SELECT i.institution, s.site,
  CASE WHEN :site IS NOT NULL OR s.site IS NOT NULL THEN 'units' ELSE 'people' END AS kind
FROM (SELECT COUNT(*) AS places, MIN(m.institution) AS institution
      FROM (SELECT DISTINCT v.institution FROM ({{viewer_planned}}) v) m) i
JOIN (SELECT COUNT(*) AS places, MIN(m.site) AS site
      FROM (SELECT DISTINCT v.site FROM ({{viewer_managed_sites}}) v) m) s
WHERE i.places + s.places = 1 AND NOT {{viewer_administers}}

-- step: check
-- A kind belongs to one sort of place; people to either.
SELECT 'site' AS field, 'error.site_needed' AS error FROM DUAL WHERE :kind = 'units' AND :site IS NULL
UNION ALL SELECT 'institution', 'error.institution_needed' FROM DUAL
  WHERE :kind IN ('programmes', 'instances', 'agreements') AND :institution IS NULL
UNION ALL SELECT 'institution', 'error.import_one_place' FROM DUAL
  WHERE (:kind = 'people' AND (:institution IS NULL) = (:site IS NULL))
     OR (:kind = 'units' AND :institution IS NOT NULL)
     OR (:kind IN ('programmes', 'instances', 'agreements') AND :site IS NOT NULL)
UNION ALL SELECT 'institution', 'error.unknown' FROM DUAL
  WHERE :institution IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM institution i WHERE i.id = :institution AND (i.id IN ({{viewer_planned}}) OR {{viewer_administers}}))
UNION ALL SELECT 'site', 'error.unknown' FROM DUAL
  WHERE :site IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM site s WHERE s.id = :site AND (s.id IN ({{viewer_managed_sites}}) OR {{viewer_administers}}))

-- step: insert
INSERT INTO import (kind, institution, site, person, file_name, file_bytes, invite, created_at)
VALUES (:kind, :institution, :site, :viewer, :file_name, :file_bytes, :invite AND :kind = 'people', :now)

-- step: file
INSERT INTO import_file (import, number, bytes) VALUES (:import, :number, :bytes)
