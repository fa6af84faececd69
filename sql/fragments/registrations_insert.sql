-- :people, a list of ids "[3,17]", into :class (NULL: none) of :activity; who withdrew is registered again by registrations_resume.
INSERT INTO registration (institution, activity, activity_class, person)
SELECT a.institution, a.id, :class, j.person
FROM activity a
JOIN JSON_TABLE(:people, '$[*]' COLUMNS (person INT UNSIGNED PATH '$')) j
LEFT JOIN registration x ON x.activity = a.id AND x.person = j.person
WHERE a.id = :activity AND x.id IS NULL
ORDER BY j.person
