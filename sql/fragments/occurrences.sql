INSERT INTO occurrence (activity, letter, institution, name, term, starts, ends, places_wanted)
SELECT a.id, COALESCE(c.letter, ''), a.institution, a.name, a.term, COALESCE(c.starts, a.starts),
       COALESCE(c.ends, a.ends), COALESCE(c.places_wanted, a.places_wanted)
FROM activity a LEFT JOIN activity_class c ON c.activity = a.id
WHERE a.id = :activity
