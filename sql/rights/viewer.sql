-- Runs on every page: one index-only pass over the viewer's few grants, and a count by index.
-- institution_side and site_side say which front page; unanswered is what the viewer's sites still owe an answer.
-- one: rights
SELECT
  COALESCE(MAX(g.role = 'system_administrator'), 0) AS administer,
  COALESCE(MAX(g.role = 'placement_administrator'), 0) AS plan,
  COALESCE(MAX(g.role IN ('site_administrator', 'site_coordinator')), 0) AS answer,
  COALESCE(MAX(g.role IN ('system_administrator', 'placement_administrator', 'placement_adviser',
                          'institution_coordinator', 'site_administrator')), 0) AS see_people,
  COALESCE(MAX(g.role IN ('system_administrator', 'placement_administrator', 'site_administrator')), 0) AS edit_people,
  COALESCE(MAX(g.role IN ('system_administrator', 'placement_administrator', 'placement_adviser',
                          'institution_coordinator', 'site_administrator', 'site_coordinator')), 0) AS see_agreements,
  COALESCE(MAX(g.role IN ('system_administrator', 'placement_administrator')), 0) AS edit_agreements,
  COALESCE(MAX(g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator',
                          'site_administrator', 'site_coordinator')), 0) AS see_orders,
  COALESCE(MAX(g.role IN ('system_administrator', 'placement_administrator', 'placement_adviser',
                          'institution_coordinator', 'lecturer', 'student')), 0) AS see_studies,
  COALESCE(MAX(g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator')), 0)
    AS institution_side,
  COALESCE(MAX(g.role IN ('site_administrator', 'site_coordinator')), 0) AS site_side,
  COALESCE(MAX(g.role = 'lecturer'), 0) AS lecturer,
  COALESCE(MAX(g.role = 'supervisor'), 0) AS supervisor,
  COALESCE(MAX(g.role = 'student'), 0) AS student,
  (SELECT COUNT(*) FROM placement_order o WHERE o.state = 'sent' AND o.site IN ({{viewer_sites}})) AS unanswered
FROM person_grant g
WHERE {{granted}}
  AND (g.activity IS NULL OR g.role IN ('site_coordinator', 'supervisor', 'lecturer', 'student'))
