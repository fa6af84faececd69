-- one: agreement
SELECT a.id, a.institution AS institution_id, i.name AS institution, a.site AS site_id, s.name AS site, a.reference,
  a.valid_from, a.valid_to, a.note, a.version,
  CASE WHEN a.valid_from > :today THEN 'coming' WHEN a.valid_to < :today THEN 'ended' ELSE 'valid' END AS validity
FROM agreement a
JOIN institution i ON i.id = a.institution
JOIN site s ON s.id = a.site
WHERE a.id = :agreement

-- many: history/event
{{history}}
WHERE e.thing = 'agreement' AND e.thing_id = :agreement
ORDER BY e.id DESC LIMIT 50

-- many: changes/change
{{history_changes}}
WHERE e.thing = 'agreement' AND e.thing_id = :agreement
ORDER BY c.event DESC, c.number LIMIT 500
