-- What a mail says of placement x. Whom it is about no mail names. The caller says which.
SELECT x.id, a.name AS activity_name, x.starts, x.ends, i.name AS institution_name, st.name AS site, u.name AS unit
FROM placement x
JOIN activity a ON a.id = x.activity
JOIN institution i ON i.id = x.institution
JOIN site st ON st.id = x.site
JOIN unit u ON u.id = x.unit
