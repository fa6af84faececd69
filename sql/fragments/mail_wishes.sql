-- What a mail says of its student's wishes, while they are still asked for. :thing_id is the activity's.
SELECT x.id, a.name AS activity_name, k.letter AS class, COALESCE(k.starts, a.starts) AS starts, COALESCE(k.ends, a.ends) AS ends,
       i.name AS institution_name, n.wishes_from, n.wishes_to, n.wishes_most, x.wishes_at
FROM registration x
JOIN activity a ON a.id = x.activity AND a.cancelled_at IS NULL
JOIN allocation_plan n ON n.activity = a.id AND n.wishes_to >= CAST(:today AS DATE)
JOIN institution i ON i.id = a.institution
LEFT JOIN activity_class k ON k.id = x.activity_class
WHERE x.activity = :thing_id AND x.person = :viewer AND x.state = 'registered'
