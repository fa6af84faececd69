-- The rows to change, of :students ("[17,18]"): each as it stands, its names in words for the history.
SELECT r.id, r.state = 'registered' AS registered, r.allocation_group, w.unit, w.locked, COALESCE(w.version, 0) AS version,
       (SELECT CONCAT(u.name, ' – ', s.name) FROM unit u JOIN site s ON s.id = u.site WHERE u.id = w.unit) AS place
FROM JSON_TABLE(:students, '$[*]' COLUMNS (id INT UNSIGNED PATH '$')) j
STRAIGHT_JOIN registration r ON r.id = j.id AND r.activity = :activity
LEFT JOIN allocation w ON w.registration = r.id
FOR UPDATE
