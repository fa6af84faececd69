-- Runs on every page: one index-only pass over the viewer's few grants and what their sites owe. Statements of a page may
-- leave out what the viewer is not: {if viewer_site_side} … {end}.
-- institution_side and site_side say which front page; many_institutions: staff or lecturer in more than one;
-- institution: the one, a constant to the page's statements; takes_part: has a grant in some activity, which counts for
-- that activity only; unanswered: orders their sites owe an answer.
-- plan_exams, assess, examine: the roles of exams; see_grading: any of them; see_exams: planner, examiner, or staff who plan studies.
-- see_results: enters or attests results, of exams or of placement periods.
-- one: rights
SELECT
  BIT_OR(g.activity IS NULL AND g.role = 'system_administrator') AS administer,
  BIT_OR(g.activity IS NULL AND g.role = 'placement_administrator') AS plan,
  BIT_OR(g.role IN ('site_administrator', 'site_coordinator')) AS answer,
  BIT_OR(g.activity IS NULL
         AND g.role IN ('system_administrator', 'placement_administrator', 'placement_adviser',
                        'institution_coordinator', 'site_administrator')) AS see_people,
  BIT_OR(g.activity IS NULL
         AND g.role IN ('system_administrator', 'placement_administrator', 'site_administrator')) AS edit_people,
  BIT_OR({{looks_after_any}} OR g.role = 'assessor') AS import,
  BIT_OR({{looks_after_any}}) AS see_mails,
  BIT_OR({{looks_after_any}}) AS partners,
  BIT_OR(g.activity IS NULL
         AND g.role IN ('system_administrator', 'placement_administrator', 'placement_adviser',
                        'institution_coordinator', 'site_administrator', 'site_coordinator')) AS see_agreements,
  BIT_OR(g.activity IS NULL AND g.role IN ('system_administrator', 'placement_administrator')) AS edit_agreements,
  BIT_OR(g.role IN ('site_administrator', 'site_coordinator')
         OR (g.activity IS NULL
             AND g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator'))) AS see_orders,
  BIT_OR(g.activity IS NULL
         AND g.role IN ('system_administrator', 'placement_administrator', 'placement_adviser',
                        'institution_coordinator', 'lecturer', 'student', 'exam_planner', 'examiner')) AS see_studies,
  BIT_OR(g.activity IS NULL AND g.role IN ('system_administrator', 'placement_administrator', 'exam_planner')) AS edit_scales,
  BIT_OR(g.role = 'exam_planner') AS plan_exams,
  BIT_OR(g.role = 'assessor') AS assess,
  BIT_OR(g.role = 'examiner') AS examine,
  BIT_OR(g.role IN ('exam_planner', 'assessor', 'examiner')) AS see_grading,
  BIT_OR(g.role IN ('exam_planner', 'examiner')
         OR (g.activity IS NULL AND g.role IN ('placement_administrator', 'institution_coordinator', 'lecturer'))) AS see_exams,
  BIT_OR(g.role IN ('exam_planner', 'examiner') OR (g.activity IS NULL AND g.role = 'placement_administrator')) AS see_results,
  BIT_OR(g.activity IS NULL
         AND g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator', 'exam_planner', 'examiner',
                        'site_administrator', 'site_coordinator')) AS see_reports,
  BIT_OR(g.role IN ('site_administrator', 'site_coordinator', 'institution_coordinator', 'supervisor', 'lecturer')
         OR (g.activity IS NULL AND g.role IN ('placement_administrator', 'placement_adviser'))) AS see_students,
  BIT_OR(g.activity IS NULL
         AND g.role IN ('placement_administrator', 'placement_adviser', 'institution_coordinator'))
    AS institution_side,
  BIT_OR(g.role IN ('site_administrator', 'site_coordinator')) AS site_side,
  BIT_OR(g.role = 'lecturer') AS lecturer,
  BIT_OR(g.role = 'supervisor') AS supervisor,
  BIT_OR(g.role = 'student') AS student,
  BIT_OR(g.activity IS NOT NULL) AS takes_part,
  COUNT(DISTINCT IF(g.activity IS NULL AND g.role IN ('placement_administrator', 'placement_adviser',
                                                      'institution_coordinator', 'lecturer'), g.institution, NULL)) > 1
    AS many_institutions,
  MIN(IF(g.activity IS NULL AND g.role IN ('placement_administrator', 'placement_adviser',
                                           'institution_coordinator', 'lecturer'), g.institution, NULL)) AS institution,
  COUNT(DISTINCT o.id) AS unanswered
FROM person_grant g
LEFT JOIN placement_order o ON o.site = g.site AND o.state = 'sent' AND (g.activity IS NULL OR g.activity = o.activity)
  AND g.role IN ('site_administrator', 'site_coordinator')
WHERE {{granted}}

-- On every page's header, so the server keeps the answer until a notice is written or read: a quarter of the statement above else.
-- one: notices
SELECT SQL_CACHE COUNT(*) AS unread FROM notice n WHERE n.person = :viewer AND n.read_at IS NULL
