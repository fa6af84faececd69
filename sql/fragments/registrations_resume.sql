UPDATE registration x
JOIN JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j ON j.person = x.person
SET x.state = 'registered', x.withdrawn_on = NULL, x.activity_class = :class, x.version = x.version + 1
WHERE x.activity = :activity AND x.state = 'withdrawn'
