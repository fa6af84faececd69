SELECT s.id, s.state, s.given_at FROM placement x JOIN assessment s ON s.registration = x.registration
WHERE x.id = :placement AND s.kind =
