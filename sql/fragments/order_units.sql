-- What the site answered per unit; of a reopened order what it answered last.
SELECT u.id, u.name, k.places
FROM capacity k JOIN unit u ON u.id = k.unit
WHERE k.placement_order = :order AND k.places > 0
ORDER BY u.name {collate}, u.id
