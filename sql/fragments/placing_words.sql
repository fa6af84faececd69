SELECT CONCAT(u.name, ' – ', s.name) AS place FROM unit u JOIN site s ON s.id = u.site WHERE u.id = :unit
