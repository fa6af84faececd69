SELECT x.id, x.name, COALESCE(i.name, s.name) AS organisation, x.institution, x.site, x.ended_at
FROM partner x
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
