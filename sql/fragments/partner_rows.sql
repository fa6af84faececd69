FROM partner x
LEFT JOIN institution i ON i.id = x.institution
LEFT JOIN site s ON s.id = x.site
{{partner_keys}}
