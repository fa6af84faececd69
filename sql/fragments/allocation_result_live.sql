-- Of registration r at unit u of site s (or none): what a result counts. Aliases h, w are their municipalities, n the wish.
r.car, n.number AS wish, (SELECT COUNT(*) FROM wish l WHERE l.registration = r.id) AS wishes, {{travel_km}} AS km
