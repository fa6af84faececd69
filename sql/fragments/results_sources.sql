-- What has results: sessions, or activities when placement periods were asked for or nothing else is the viewer's part.
{unless kind}
{if viewer_plan_exams, viewer_examine}
SELECT 'session' AS kind, s.id, {{exam_name}} AS name, s.ends_on AS ends, s.results_due FROM {{results_sessions_seen}}
{end}
{unless viewer_plan_exams, viewer_examine}
SELECT 'activity' AS kind, a.id, a.name, a.ends, NULL AS results_due FROM {{results_activities_seen}}
{end}
{end}
{if kind}
SELECT 'activity' AS kind, a.id, a.name, a.ends, NULL AS results_due FROM {{results_activities_seen}}
{end}
