-- What is wrong with a grant of :role at :institution or :site, from :valid_from to :valid_to. The viewer gives only
-- what they manage; what they do not manage is to them as if it were not there.
SELECT 'role' AS field, 'error.unknown' AS error FROM DUAL
  WHERE :role = 'system_administrator' AND NOT {{viewer_administers}}
UNION ALL SELECT 'institution', 'error.institution_needed' FROM DUAL
  WHERE :institution IS NULL AND :role IN
    ('placement_administrator', 'placement_adviser', 'institution_coordinator', 'lecturer', 'exam_planner', 'assessor', 'examiner', 'student')
UNION ALL SELECT 'site', 'error.site_needed' FROM DUAL
  WHERE :site IS NULL AND :role IN ('site_administrator', 'site_coordinator', 'supervisor')
UNION ALL SELECT 'institution', 'error.not_for_role' FROM DUAL
  WHERE :institution IS NOT NULL
    AND :role IN ('system_administrator', 'site_administrator', 'site_coordinator', 'supervisor')
UNION ALL SELECT 'site', 'error.not_for_role' FROM DUAL
  WHERE :site IS NOT NULL AND :role NOT IN ('site_administrator', 'site_coordinator', 'supervisor')
UNION ALL SELECT 'institution', 'error.unknown' FROM DUAL
  WHERE :institution IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM institution i WHERE i.id = :institution AND (i.id IN ({{viewer_planned}}) OR {{viewer_administers}}))
UNION ALL SELECT 'site', 'error.unknown' FROM DUAL
  WHERE :site IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM site s WHERE s.id = :site AND (s.id IN ({{viewer_managed_sites}}) OR {{viewer_administers}}))
UNION ALL SELECT 'valid_to', 'error.end_before_start' FROM DUAL WHERE :valid_to < :valid_from
