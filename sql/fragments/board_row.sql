-- What the board shows of a registration r, and sorts by.
JOIN person p ON p.id = r.person
LEFT JOIN activity_class k ON k.id = r.activity_class
LEFT JOIN municipality hm ON hm.number = r.municipality
LEFT JOIN allocation w ON w.registration = r.id
LEFT JOIN unit u ON u.id = w.unit
LEFT JOIN site s ON s.id = w.site
LEFT JOIN wish h ON h.registration = r.id AND h.unit = w.unit
LEFT JOIN allocation_group g ON g.id = r.allocation_group
