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

-- Those whose students may still be registered, soonest first; the one that a link chose.
-- many: activities/activity
SELECT a.id, CONCAT(a.name, ' – ', a.term) AS name FROM activity a
WHERE a.institution IN ({{viewer_planned}}) AND a.cancelled_at IS NULL AND a.ends >= CAST(:today AS DATE)
  {if activity} AND a.id = :activity {end}
ORDER BY a.starts, a.name {collate}, a.id LIMIT 200

-- many: exams/exam
SELECT x.id, {{exam_name}} AS name
{{exams_to_mark}}
ORDER BY x.id DESC LIMIT 200

-- step: check
-- A kind belongs to one sort of place; people to either.
SELECT 'site' AS field, 'error.site_needed' AS error FROM DUAL WHERE :kind = 'units' AND :site IS NULL
UNION ALL SELECT 'activity', 'error.import_activity_needed' FROM DUAL WHERE :kind = 'registrations' AND :activity IS NULL
UNION ALL SELECT 'activity', 'error.import_no_activity' FROM DUAL WHERE :kind <> 'registrations' AND :activity IS NOT NULL
UNION ALL SELECT 'activity', 'error.unknown' FROM DUAL
  WHERE :activity IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM activity a
    WHERE a.id = :activity AND a.institution IN ({{viewer_planned}}) AND a.institution = COALESCE(:institution, a.institution)
      AND a.cancelled_at IS NULL AND a.ends >= CAST(:today AS DATE))
UNION ALL SELECT 'exam', 'error.import_exam_needed' FROM DUAL WHERE :kind = 'points' AND :exam IS NULL
UNION ALL SELECT 'exam', 'error.import_no_exam' FROM DUAL WHERE :kind <> 'points' AND :exam IS NOT NULL
UNION ALL SELECT 'exam', 'error.unknown' FROM DUAL
  WHERE :exam IS NOT NULL AND :exam NOT IN (SELECT x.id {{exams_to_mark}})
UNION ALL SELECT 'institution', 'error.institution_needed' FROM DUAL
  WHERE :kind IN ('programmes', 'instances', 'agreements') AND :institution IS NULL
UNION ALL SELECT 'institution', 'error.import_one_place' FROM DUAL
  WHERE (:kind = 'people' AND (:institution IS NULL) = (:site IS NULL))
     OR (:kind IN ('units', 'points') AND :institution IS NOT NULL)
     OR (:kind IN ('programmes', 'instances', 'agreements', 'registrations', 'points') AND :site IS NOT NULL)
UNION ALL SELECT 'institution', 'error.unknown' FROM DUAL
  WHERE :institution IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM institution i WHERE i.id = :institution AND (i.id IN ({{viewer_planned}}) OR {{viewer_administers}}))
UNION ALL SELECT 'site', 'error.unknown' FROM DUAL
  WHERE :site IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM site s WHERE s.id = :site AND (s.id IN ({{viewer_managed_sites}}) OR {{viewer_administers}}))

-- step: insert
INSERT INTO import (kind, institution, site, activity, exam, person, file_name, file_bytes, invite, created_at)
VALUES (:kind, COALESCE(:institution, (SELECT a.institution FROM activity a WHERE a.id = :activity), (SELECT x.institution FROM exam x WHERE x.id = :exam)), :site,
        :activity, :exam, :viewer,
        :file_name, :file_bytes, :invite AND :kind IN ('people', 'registrations'), :now)

-- step: piece
INSERT INTO import_file (import, number, bytes) VALUES (:import, :piece, :bytes)
