-- Days on which answers are due, an activity each, and last days for wishes. id: the order, when it is the only one. wishes: it is
-- such a last day; registration: the viewer's own. Of the plan only when the window was set:
-- its version would tell a student when the institution works on it.
SELECT z.* FROM (
SELECT d.activity, a.name, d.due_on, DATE_FORMAT(d.due_on, '%Y%m%d') AS due, DATE_FORMAT(d.due_on + INTERVAL 1 DAY, '%Y%m%d') AS until,
       COUNT(*) AS orders, IF(COUNT(*) = 1, MIN(d.id), NULL) AS id, IF(COUNT(*) = 1, MIN(s.name), NULL) AS site,
       IF(d.due_on < :today, 1, NULL) AS overdue, UNIX_TIMESTAMP({{calendar_due_changed}}) DIV 60 AS sequence, i.short_name AS institution,
       DATE_FORMAT({{calendar_due_changed}}, '%Y%m%dT%H%i%sZ') AS changed, NULL AS wishes, NULL AS registration
FROM ({{calendar_due}}) d
JOIN placement_order o ON o.id = d.id
JOIN activity a ON a.id = d.activity
JOIN institution i ON i.id = a.institution
JOIN site s ON s.id = o.site
GROUP BY d.due_on, d.activity
{if viewer_institution_side, viewer_student}
UNION ALL
SELECT w.activity, a.name, l.wishes_to, DATE_FORMAT(l.wishes_to, '%Y%m%d'), DATE_FORMAT(l.wishes_to + INTERVAL 1 DAY, '%Y%m%d'),
       NULL, NULL, NULL, NULL, COUNT(e.id) + 1, i.short_name, DATE_FORMAT(COALESCE(MAX(e.at), a.row_start), '%Y%m%dT%H%i%sZ'), 1, w.registration
FROM ({{calendar_windows}}) w
JOIN allocation_plan l ON l.activity = w.activity
JOIN activity a ON a.id = w.activity
JOIN institution i ON i.id = a.institution
LEFT JOIN event e ON e.thing = 'plan' AND e.thing_id = l.activity AND e.kind = 'wishes.settings_changed'
GROUP BY w.activity, a.name, a.row_start, l.wishes_to, i.short_name, w.registration
{end}
) z
ORDER BY z.due_on, z.name {collate}, z.activity
