-- Roles that the viewer has a place for.
SELECT o.role FROM (
  SELECT 1 AS number, 'placement_administrator' AS role, 'institution' AS place
  UNION ALL SELECT 2, 'placement_adviser', 'institution'
  UNION ALL SELECT 3, 'institution_coordinator', 'institution'
  UNION ALL SELECT 4, 'lecturer', 'institution'
  UNION ALL SELECT 5, 'exam_planner', 'institution'
  UNION ALL SELECT 6, 'assessor', 'institution'
  UNION ALL SELECT 7, 'examiner', 'institution'
  UNION ALL SELECT 8, 'student', 'institution'
  UNION ALL SELECT 9, 'site_administrator', 'site'
  UNION ALL SELECT 10, 'site_coordinator', 'site'
  UNION ALL SELECT 11, 'supervisor', 'site'
  UNION ALL SELECT 12, 'system_administrator', 'region') o
WHERE {{viewer_administers}}
  OR (o.place = 'institution' AND EXISTS ({{viewer_planned}}))
  OR (o.place = 'site' AND EXISTS ({{viewer_managed_sites}}))
ORDER BY o.number
