-- Registered students of :activity who have handed in no wishes; x, p, k: class.
registration x JOIN person p ON p.id = x.person LEFT JOIN activity_class k ON k.id = x.activity_class
WHERE x.activity = :activity AND x.state = 'registered' AND x.wishes_at IS NULL
