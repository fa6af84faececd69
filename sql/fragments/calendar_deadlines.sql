-- Days on which answers are due, an activity each. id: the order, when it is the only one.
SELECT d.activity, a.name, d.due_on, DATE_FORMAT(d.due_on, '%Y%m%d') AS due, DATE_FORMAT(d.due_on + INTERVAL 1 DAY, '%Y%m%d') AS until,
       COUNT(*) AS orders, IF(COUNT(*) = 1, MIN(d.id), NULL) AS id, IF(COUNT(*) = 1, MIN(s.name), NULL) AS site,
       IF(d.due_on < :today, 1, NULL) AS overdue, SUM(o.version) AS sequence, i.short_name AS institution,
       DATE_FORMAT(MAX(o.row_start), '%Y%m%dT%H%i%sZ') AS changed
FROM ({{calendar_due}}) d
JOIN placement_order o ON o.id = d.id
JOIN activity a ON a.id = d.activity
JOIN institution i ON i.id = a.institution
JOIN site s ON s.id = o.site
GROUP BY d.due_on, d.activity
ORDER BY d.due_on, a.name {collate}, d.activity
