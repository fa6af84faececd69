-- How many they are, and how many of them are printed.
SELECT COUNT(*) AS students, LEAST(COUNT(*), 5000) AS printed, COALESCE(:view, 'now') AS view
FROM ({{placements_seen_ids}}) s
JOIN placement x ON x.id = s.id
JOIN person p ON p.id = x.person AND p.protected = 0
