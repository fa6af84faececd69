LEFT JOIN assessment s ON s.registration = x.registration AND s.kind = 'midway'
LEFT JOIN assessment f ON f.registration = x.registration AND f.kind = 'final'
