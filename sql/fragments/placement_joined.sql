JOIN registration r ON r.id = x.registration
JOIN person p ON p.id = x.person
JOIN site st ON st.id = x.site
JOIN unit u ON u.id = x.unit
LEFT JOIN activity_class k ON k.id = r.activity_class
LEFT JOIN person v ON v.id = x.supervisor
LEFT JOIN person l ON l.id = x.lecturer
