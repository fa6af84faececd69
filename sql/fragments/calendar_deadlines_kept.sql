-- As calendar_deadlines, for a calendar that is subscribed to, where nothing's name may hold its day: who ordered has one line an activity, on
-- the first day that one of its answers is due (to last), who answers one an order (asked; 0: an activity's). When none waits any more it is
-- cancelled, and so
-- are last days for wishes with the activity or the registration. Of the plan only when the window was set, of the registration only when it was
-- withdrawn: their versions would tell a student when the institution works on them.
SELECT z.* FROM (
{if viewer_institution_side, viewer_site_side}
SELECT d.activity, a.name, d.due_on, DATE_FORMAT(d.due_on, '%Y%m%d') AS due, DATE_FORMAT(d.due_on + INTERVAL 1 DAY, '%Y%m%d') AS until,
       d.orders, IF(d.orders = 1, d.id, NULL) AS id, IF(d.orders = 1, s.name, NULL) AS site,
       IF(d.due_on < :today AND d.waiting, 1, NULL) AS overdue,
       UNIX_TIMESTAMP(MAX(o.row_start)) DIV 60 + SUM(o.version) AS sequence, i.short_name AS institution,
       DATE_FORMAT(MAX(o.row_start), '%Y%m%dT%H%i%sZ') AS changed,
       NULL AS wishes, NULL AS registration, d.asked, NULLIF(d.last, d.due_on) AS last, d.waiting = 0 AS cancelled
FROM (
  SELECT w.activity, w.asked, SUM(w.waits) AS waiting, COALESCE(NULLIF(SUM(w.waits), 0), COUNT(*)) AS orders,
         COALESCE(MIN(IF(w.waits, w.due_on, NULL)), MAX(w.due_on)) AS due_on, MAX(IF(w.waits, w.due_on, NULL)) AS last,
         COALESCE(MIN(IF(w.waits, w.id, NULL)), MIN(w.id)) AS id, COALESCE(MIN(IF(w.waits, w.site, NULL)), MIN(w.site)) AS site
  FROM ({{calendar_due_kept}}) w
  GROUP BY w.activity, w.asked
) d
JOIN site s ON s.id = d.site
JOIN activity a ON a.id = d.activity
JOIN institution i ON i.id = a.institution
JOIN placement_order o ON o.activity = d.activity AND o.state <> 'draft' AND (o.id = d.asked OR d.asked = 0)
GROUP BY d.activity, d.asked
{end}
{unless viewer_institution_side, viewer_site_side}
SELECT 0 AS activity, '' AS name, CAST(NULL AS DATE) AS due_on, NULL AS due, NULL AS until, NULL AS orders, NULL AS id, NULL AS site, NULL AS overdue,
       0 AS sequence, NULL AS institution, NULL AS changed, NULL AS wishes, NULL AS registration, 0 AS asked, NULL AS last, NULL AS cancelled
FROM (SELECT 1) nobody WHERE FALSE
{end}
{if viewer_institution_side}
UNION ALL
SELECT a.id, a.name, l.wishes_to, DATE_FORMAT(l.wishes_to, '%Y%m%d'), DATE_FORMAT(l.wishes_to + INTERVAL 1 DAY, '%Y%m%d'), NULL, NULL, NULL, NULL,
       COUNT(e.id) + a.version, i.short_name, DATE_FORMAT(GREATEST(COALESCE(MAX(e.at), a.row_start), a.row_start), '%Y%m%dT%H%i%sZ'), 1, NULL, 0, NULL,
       a.cancelled_at IS NOT NULL
FROM allocation_plan l
JOIN activity a ON a.id = l.activity
JOIN institution i ON i.id = a.institution
LEFT JOIN event e ON e.thing = 'plan' AND e.thing_id = l.activity AND e.kind = 'wishes.settings_changed'
WHERE l.institution {{my_staffed}} {{calendar_windows_choice}}
GROUP BY a.id
{end}
{if viewer_student}
UNION ALL
SELECT a.id, a.name, l.wishes_to, DATE_FORMAT(l.wishes_to, '%Y%m%d'), DATE_FORMAT(l.wishes_to + INTERVAL 1 DAY, '%Y%m%d'), NULL, NULL, NULL, NULL,
       COUNT(e.id) + a.version + {{withdrawals}}, i.short_name,
       DATE_FORMAT(GREATEST(COALESCE(MAX(e.at), a.row_start), a.row_start, IF(x.state = 'withdrawn', x.row_start, a.row_start)), '%Y%m%dT%H%i%sZ'), 1, x.id, 0, NULL,
       a.cancelled_at IS NOT NULL OR x.state = 'withdrawn'
FROM registration x
JOIN allocation_plan l ON l.activity = x.activity
JOIN activity a ON a.id = l.activity
JOIN institution i ON i.id = a.institution
LEFT JOIN event e ON e.thing = 'plan' AND e.thing_id = l.activity AND e.kind = 'wishes.settings_changed'
WHERE x.person = :viewer {{calendar_windows_choice}}
GROUP BY x.id
{end}
) z
ORDER BY z.due_on, z.name {collate}, z.activity, z.asked
