-- Runs on every page: one index-only pass over the viewer's few grants and what their sites owe.
-- institution_side and site_side say which front page; unanswered counts orders their sites owe an answer.
-- one: rights
SELECT
  BIT_OR(g.role = 'system_administrator') AS administer,
  BIT_OR(g.role = 'placement_administrator') AS plan,
  BIT_OR(g.role IN ('site_administrator', 'site_coordinator')) AS answer,
  BIT_OR(g.role IN ('system_administrator', 'placement_administrator', 'placement_adviser',
                    'institution_coordinator', 'site_administrator')) AS see_people,
  BIT_OR(g.role IN ('system_administrator', 'placement_administrator', 'site_administrator')) AS edit_people,
  BIT_OR(g.role IN ('system_administrator', 'placement_administrator', 'placement_adviser',
                    'institution_coordinator', 'site_administrator', 'site_coordinator')) AS see_agreements,
  BIT_OR(g.role IN ('system_administrator', 'placement_administrator')) AS edit_agreements,
  BIT_OR(g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator',
                    'site_administrator', 'site_coordinator')) AS see_orders,
  BIT_OR(g.role IN ('system_administrator', 'placement_administrator', 'placement_adviser',
                    'institution_coordinator', 'lecturer', 'student')) AS see_studies,
  BIT_OR(g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator'))
    AS institution_side,
  BIT_OR(g.role IN ('site_administrator', 'site_coordinator')) AS site_side,
  BIT_OR(g.role = 'lecturer') AS lecturer,
  BIT_OR(g.role = 'supervisor') AS supervisor,
  BIT_OR(g.role = 'student') AS student,
  COUNT(DISTINCT o.id) AS unanswered
FROM person_grant g
LEFT JOIN placement_order o ON o.site = g.site AND o.state = 'sent' AND g.activity IS NULL
  AND g.role IN ('site_administrator', 'site_coordinator')
WHERE {{granted}}
  AND (g.activity IS NULL OR g.role IN ('site_coordinator', 'supervisor', 'lecturer', 'student'))
