LEFT JOIN unit u ON u.id = t.unit
LEFT JOIN site s ON s.id = u.site
LEFT JOIN municipality h ON h.number = r.municipality
LEFT JOIN municipality w ON w.number = COALESCE(u.municipality, s.municipality)
LEFT JOIN wish n ON n.registration = r.id AND n.unit = t.unit
