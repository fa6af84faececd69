-- Placements as the list of students shows them to the viewer, whole, to print; but none of who is protected.
SELECT x.id, a.name AS activity, i.short_name AS institution, IF(v.protected = 0, v.id, NULL) AS supervisor_id, {{placement_columns}}
FROM ({{placements_seen_ids}}) s
JOIN placement x ON x.id = s.id
JOIN activity a ON a.id = x.activity
JOIN institution i ON i.id = x.institution
{{placement_joined}}
WHERE p.protected = 0
