CASE WHEN o.state <> 'answered' THEN o.state
     WHEN o.answer = 'declined' THEN 'declined'
     WHEN o.places_confirmed < o.places THEN 'partly'
     ELSE 'confirmed' END
