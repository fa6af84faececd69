-- What was ordered and what the site answered, to print.
-- one: order
{{order_head}}
WHERE o.id = :order

-- many: units/unit
SELECT u.id, u.name, k.places
FROM capacity k JOIN unit u ON u.id = k.unit
WHERE k.placement_order = :order AND k.places > 0
ORDER BY u.name {collate}, u.id

-- many: requirements/requirement
{{order_requirements}}
